using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class SecretProtectorTests
{
    internal static readonly Uri Authority = new("https://login.example.org/7c9e6679-7425-40de-944b-e07fc1f90ae7");
    internal static readonly Guid Client = Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e");
    internal static readonly OutgoingMailServer Server = new() { Host = "smtp.example.org", Port = 587, UseSsl = true, Address = Authority, ClientId = Client };
    internal static readonly SecretPurpose Password = SecretPurpose.OutgoingPassword.BoundTo(Server);

    public static TheoryData<string> Texts => ["x", " ", "pässwörd 🔑", "line\nline\r\n", "exactly 16 bytes", new string('x', 65_536)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_is_protected_can_be_decrypted(string text)
    {
        using var certificate = TestCertificates.Open();
        Assert.Equal(text, Open(certificate, Password, Protect(certificate, Password, text)));
    }

    [Fact]
    public void Protecting_twice_gives_two_texts()
    {
        using var certificate = TestCertificates.Open();
        Assert.NotEqual(Protect(certificate, SecretPurpose.Text, "same"), Protect(certificate, SecretPurpose.Text, "same"));
    }

    [Fact]
    public void The_text_is_CMS_with_AES_256_and_RSA_OAEP_SHA256()
    {
        using var certificate = TestCertificates.Open();
        var text = Protect(certificate, SecretPurpose.Text, "x");
        Assert.StartsWith("-----BEGIN CMS-----\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n-----END CMS-----", text, StringComparison.Ordinal);

        var message = Decode(text);
        Assert.Equal("2.16.840.1.101.3.4.1.42", message.ContentEncryptionAlgorithm.Oid.Value);
        var recipient = Assert.IsType<KeyTransRecipientInfo>(Assert.Single(message.RecipientInfos.Cast<RecipientInfo>()));
        Assert.Equal(SubjectIdentifierType.IssuerAndSerialNumber, recipient.RecipientIdentifier.Type);
        Assert.Equal("1.2.840.113549.1.1.7", recipient.KeyEncryptionAlgorithm.Oid.Value);
        // RFC 4055, 2.1: the hash function's identifier is in the parameters; without it OAEP means SHA-1.
        Assert.Contains("2.16.840.1.101.3.4.2.1", Oids(recipient.KeyEncryptionAlgorithm.Parameters));
    }

    [Fact]
    public void The_payload_says_what_it_is()
    {
        using var certificate = TestCertificates.Open();
        var message = Decode(Protect(certificate, Password, "hunter2"));
        message.Decrypt(message.RecipientInfos[0], TestCertificates.SharedKey);
        var digest = Convert.ToHexStringLower(SHA256.HashData("hunter2"u8));
        Assert.Equal($"EmailSettings/1 outgoing.password:smtp.example.org:587/tls {digest}\nhunter2", Encoding.UTF8.GetString(message.ContentInfo.Content));
    }

    [Theory]
    [InlineData("outgoing.password", "outgoing.secret")]
    [InlineData("outgoing.password", "text")]
    [InlineData("text", "sms.password")]
    public void A_text_is_decrypted_only_for_its_purpose(string made, string asked)
    {
        using var certificate = TestCertificates.Open();
        var fault = Refusal.Of(SecretErrors.ProtectedForOtherPurpose, () =>
            Open(certificate, Bound(asked), Protect(certificate, Bound(made), "hunter2")));
        Assert.Equal(Bound(made).PayloadName, fault.Value);
        Assert.Equal(Bound(asked).PayloadName, fault.Limit);
    }

    // A separate error would tell an attacker who changes the recipient of a text whether the padding was valid.
    [Fact]
    public void Any_alteration_with_another_name_is_the_same_error()
    {
        using var made = TestCertificates.Open(TestCertificates.Make("CN=one"));
        using var other = TestCertificates.Open(TestCertificates.Make("CN=two"));
        var whole = Protect(made, SecretPurpose.Text, "hunter2 and more than one block of it");
        var encoded = Convert.FromBase64String(whole[PemEncoding.Find(whole).Base64Data]);
        var faults = Enumerable.Range(1, 64).Select(fromEnd =>
        {
            var altered = (byte[])encoded.Clone();
            altered[^fromEnd] ^= 1;
            return Assert.Throws<EmailSettingsException>(() => Open(other, SecretPurpose.Text, PemEncoding.WriteString("CMS", altered))).Code.Id;
        });
        Assert.Equal([SecretErrors.ProtectedForOtherCertificate.Id], faults.Distinct());
    }

    [Theory]
    [InlineData("", "SecretLengthInvalid")]
    [InlineData("a\0b", "SecretHoldsNul")]
    public void What_cannot_be_a_secret_is_not_protected(string text, string id)
    {
        using var certificate = TestCertificates.Open();
        var refused = Assert.Throws<EmailSettingsException>(() => Protect(certificate, Password, text));
        Assert.Equal(id, refused.Code.Id);
    }

    [Theory]
    [InlineData(-3650, -1)]
    [InlineData(1, 3650)]
    public void A_certificate_outside_its_validity_period_protects_and_decrypts(int fromDays, int toDays)
    {
        using var certificate = TestCertificates.Open(TestCertificates.Make(fromDays: fromDays, toDays: toDays));
        Assert.Equal("hunter2", Open(certificate, SecretPurpose.Text, Protect(certificate, SecretPurpose.Text, "hunter2")));
    }

    [Fact]
    public void A_renewed_certificate_with_the_same_key_opens_the_texts_of_the_old_one()
    {
        using var old = TestCertificates.Open(TestCertificates.Make());
        using var renewed = TestCertificates.Open(TestCertificates.Make());
        Assert.NotEqual(old.Info.SerialNumber, renewed.Info.SerialNumber);
        Assert.Equal("hunter2", Open(renewed, SecretPurpose.Text, Protect(old, SecretPurpose.Text, "hunter2")));
    }

    [Fact]
    public void A_certificate_of_the_same_subject_with_another_key_is_another_certificate()
    {
        using var made = TestCertificates.Open(TestCertificates.Make());
        using var other = TestCertificates.Open(TestCertificates.Make(key: TestCertificates.OtherKey));
        var text = Protect(made, SecretPurpose.Text, "hunter2");
        var fault = Refusal.Of(SecretErrors.ProtectedForOtherCertificate, () => Open(other, SecretPurpose.Text, text));
        Assert.Equal(SecretProtector.RecipientOf(text), fault.Value);
    }

    [Fact]
    public void Without_its_key_a_certificate_protects_but_does_not_decrypt()
    {
        using var certificate = TestCertificates.Open(TestCertificates.WithoutKey(TestCertificates.Make()));
        var text = Protect(certificate, SecretPurpose.Text, "hunter2");
        Refusal.Of(SecretErrors.CertificateKeyMissing, () => Open(certificate, SecretPurpose.Text, text));
    }

    [Fact]
    public void The_recipient_is_known_without_any_key()
    {
        using var certificate = TestCertificates.Open();
        var recipient = SecretProtector.RecipientOf(Protect(certificate, SecretPurpose.Text, "x"));
        Assert.Equal(certificate.Info.Issuer, recipient.Issuer);
        Assert.Equal(certificate.Info.SerialNumber, recipient.SerialNumber);
        Assert.True(recipient.Names(certificate.Info));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hunter2")]
    [InlineData("-----BEGIN CMS-----")]
    [InlineData("-----BEGIN CMS-----\n-----END CMS-----")]
    [InlineData("-----BEGIN CMS-----\nAAAA\n-----END CMS-----")]
    [InlineData("-----BEGIN CMS-----\n!!!!\n-----END CMS-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void What_is_not_a_protected_text_is_refused(string text)
    {
        using var certificate = TestCertificates.Open();
        Refusal.Of(SecretErrors.ProtectedTextInvalid, () => Open(certificate, SecretPurpose.Text, text));
        Refusal.Of(SecretErrors.ProtectedTextInvalid, () => SecretProtector.RecipientOf(text));
    }

    [Fact]
    public void A_huge_text_is_not_even_decoded()
    {
        using var certificate = TestCertificates.Open();
        Refusal.Of(SecretErrors.ProtectedTextInvalid, () => Open(certificate, SecretPurpose.Text, new string('A', 10_000_000)));
    }

    [Fact]
    public void CMS_from_other_programs_is_refused()
    {
        using var certificate = TestCertificates.Open();
        var foreign = Encrypt(certificate, RSAEncryptionPadding.OaepSHA256, "2.16.840.1.101.3.4.1.42", "hunter2"u8.ToArray());
        Refusal.Of(SecretErrors.ProtectedTextAltered, () => Open(certificate, SecretPurpose.Text, foreign));
    }

    [Fact]
    public void CMS_with_the_old_padding_or_another_cipher_is_refused()
    {
        using var certificate = TestCertificates.Open();
        var payload = SecretPayload.Write("text", "hunter2"u8);
        var oldPadding = Encrypt(certificate, RSAEncryptionPadding.Pkcs1, "2.16.840.1.101.3.4.1.42", payload);
        var otherCipher = Encrypt(certificate, RSAEncryptionPadding.OaepSHA256, "2.16.840.1.101.3.4.1.2", payload);
        Refusal.Of(SecretErrors.ProtectedTextInvalid, () => Open(certificate, SecretPurpose.Text, oldPadding));
        Refusal.Of(SecretErrors.ProtectedTextInvalid, () => Open(certificate, SecretPurpose.Text, otherCipher));
    }

    [Theory]
    [InlineData("EmailSettings/2 text {0}\nhunter2")]
    [InlineData("EmailSettings/1 text {0}hunter2")]
    [InlineData("EmailSettings/1 {0}\nhunter2")]
    [InlineData("EmailSettings/1  {0}\nhunter2")]
    [InlineData("EmailSettings/1 text {0}\nhunter3")]
    [InlineData("EmailSettings/1 text 00\nhunter2")]
    [InlineData("EmailSettings/1 text-{0}\nhunter2")]
    [InlineData("\n")]
    [InlineData("")]
    public void An_incomplete_payload_is_reported_as_altered(string template)
    {
        using var certificate = TestCertificates.Open();
        var payload = template.Replace("{0}", Convert.ToHexStringLower(SHA256.HashData("hunter2"u8)), StringComparison.Ordinal);
        var text = Encrypt(certificate, RSAEncryptionPadding.OaepSHA256, "2.16.840.1.101.3.4.1.42", Encoding.UTF8.GetBytes(payload));
        Refusal.Of(SecretErrors.ProtectedTextAltered, () => Open(certificate, SecretPurpose.Text, text));
    }

    [Fact]
    public void A_login_with_NUL_from_another_program_is_not_decrypted()
    {
        using var certificate = TestCertificates.Open();
        var text = Encrypt(certificate, RSAEncryptionPadding.OaepSHA256, "2.16.840.1.101.3.4.1.42", SecretPayload.Write("sms.password", "a\0b"u8));
        Refusal.Of(SecretErrors.SecretHoldsNul, () => Open(certificate, SecretPurpose.SmsPassword, text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(33)]
    public void A_content_key_of_another_length_is_an_altered_text(int length)
    {
        using var certificate = TestCertificates.Open();
        var whole = Protect(certificate, SecretPurpose.Text, "hunter2");
        var encoded = Convert.FromBase64String(whole[PemEncoding.Find(whole).Base64Data]);
        var place = encoded.AsSpan().IndexOf(Decode(whole).RecipientInfos[0].EncryptedKey);
        TestCertificates.SharedKey.Encrypt(new byte[length], RSAEncryptionPadding.OaepSHA256).CopyTo(encoded, place);
        Refusal.Of(SecretErrors.ProtectedTextAltered, () => Open(certificate, SecretPurpose.Text, PemEncoding.WriteString("CMS", encoded)));
    }

    [Fact]
    public void Of_several_recipients_only_the_named_one_is_tried()
    {
        using var one = TestCertificates.Open(TestCertificates.Make("CN=one"));
        using var two = TestCertificates.Open(TestCertificates.Make("CN=two", TestCertificates.OtherKey));
        using var third = TestCertificates.Open(TestCertificates.Make("CN=third"));
        var message = new EnvelopedCms(new ContentInfo(SecretPayload.Write("text", "hunter2"u8)), new AlgorithmIdentifier(new Oid("2.16.840.1.101.3.4.1.42")));
        message.Encrypt(new CmsRecipientCollection { Recipient(one), Recipient(two) });
        var text = PemEncoding.WriteString("CMS", message.Encode());
        Assert.Equal("hunter2", Open(one, SecretPurpose.Text, text));
        Assert.Equal("hunter2", Open(two, SecretPurpose.Text, text));
        Refusal.Of(SecretErrors.ProtectedForOtherCertificate, () => Open(third, SecretPurpose.Text, text));
    }

    [Fact]
    public void Of_several_recipients_by_key_identifier_each_is_tried()
    {
        using var one = TestCertificates.Open(TestCertificates.Make("CN=one"));
        using var two = TestCertificates.Open(TestCertificates.Make("CN=two", TestCertificates.OtherKey));
        var message = new EnvelopedCms(new ContentInfo(SecretPayload.Write("text", "hunter2"u8)), new AlgorithmIdentifier(new Oid("2.16.840.1.101.3.4.1.42")));
        message.Encrypt(new CmsRecipientCollection { ByKey(one), ByKey(two) });
        var text = PemEncoding.WriteString("CMS", message.Encode());
        Assert.Equal(("hunter2", "hunter2"), (Open(one, SecretPurpose.Text, text), Open(two, SecretPurpose.Text, text)));
        Refusal.Of(SecretErrors.ProtectedForOtherPurpose, () => Open(two, SecretPurpose.SmsPassword, text));

        message = new EnvelopedCms(new ContentInfo(SecretPayload.Write("text", "hunter2"u8)), new AlgorithmIdentifier(new Oid("2.16.840.1.101.3.4.1.42")));
        message.Encrypt(new CmsRecipientCollection { ByKey(two), ByKey(two) });
        Refusal.Of(SecretErrors.ProtectedForOtherCertificate, () => Open(one, SecretPurpose.Text, PemEncoding.WriteString("CMS", message.Encode())));

        static CmsRecipient ByKey(PasswordCertificate certificate) => new(SubjectIdentifierType.SubjectKeyIdentifier, certificate.Certificate, RSAEncryptionPadding.OaepSHA256);
    }

    [Fact]
    public void One_opened_certificate_serves_many_threads()
    {
        using var certificate = TestCertificates.Open();
        Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 16 }, number =>
        {
            var text = $"secret {number}";
            Assert.Equal(text, Open(certificate, SecretPurpose.Text, Protect(certificate, SecretPurpose.Text, text)));
        });
    }

    internal static string Protect(PasswordCertificate certificate, SecretPurpose purpose, string text)
    {
        using var secret = SecretText.FromChars(text);
        return SecretProtector.Protect(certificate, purpose, secret);
    }

    internal static string Open(PasswordCertificate certificate, SecretPurpose purpose, string protectedText)
    {
        using var secret = SecretProtector.Unprotect(certificate, purpose, protectedText);
        return secret.Reveal();
    }

    internal static SecretPurpose Bound(string notation) => SecretPurpose.Parse(notation) is { UnboundName: not null } outgoing ? outgoing.BoundTo(Server) : SecretPurpose.Parse(notation);

    internal static string Encrypt(PasswordCertificate certificate, RSAEncryptionPadding padding, string cipher, byte[] payload)
    {
        var message = new EnvelopedCms(new ContentInfo(payload), new AlgorithmIdentifier(new Oid(cipher)));
        message.Encrypt(Recipient(certificate, padding));
        return PemEncoding.WriteString("CMS", message.Encode());
    }

    private static CmsRecipient Recipient(PasswordCertificate certificate, RSAEncryptionPadding? padding = null) =>
        new(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Certificate, padding ?? RSAEncryptionPadding.OaepSHA256);

    private static EnvelopedCms Decode(string text)
    {
        var message = new EnvelopedCms();
        message.Decode(Convert.FromBase64String(text[PemEncoding.Find(text).Base64Data]));
        return message;
    }

    private static List<string> Oids(byte[] parameters)
    {
        var found = new List<string>();
        Walk(new System.Formats.Asn1.AsnReader(parameters, System.Formats.Asn1.AsnEncodingRules.DER));
        return found;

        void Walk(System.Formats.Asn1.AsnReader reader)
        {
            while (reader.HasData)
            {
                var tag = reader.PeekTag();
                if (tag == System.Formats.Asn1.Asn1Tag.ObjectIdentifier) found.Add(reader.ReadObjectIdentifier());
                else if (tag.IsConstructed) Walk(reader.ReadSequence(tag));
                else reader.ReadEncodedValue();
            }
        }
    }
}
