using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>What is written and read here is CMS as .NET's library and openssl read and write it.</summary>
public sealed class SecretEnvelopeTests : IDisposable
{
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CN=secrets test", "01", 1)]
    [InlineData("CN=secrets test", "7F", 15)]
    [InlineData("CN=secrets test", "80", 16)]
    [InlineData("CN=Pässwörter, OU=\"A, B\", O=Contoso + L=Köln, C=DE", "FF00112233445566778899AABBCCDDEEFF001122", 500)]
    [InlineData("E=mail@example.org, DC=example, DC=org", "00A0", 65_536)]
    public void Except_for_random_parts_it_is_byte_for_byte_what_EnvelopedCms_writes(string subject, string serial, int length)
    {
        using var certificate = TestCertificates.Open(Make(subject, serial));
        var payload = RandomNumberGenerator.GetBytes(length);
        var ours = SecretEnvelope.Encrypt(certificate, payload);
        var theirs = Encrypt(certificate, payload);
        Assert.Equal(Convert.ToHexString(WithoutRandom(theirs)), Convert.ToHexString(WithoutRandom(ours)));
        Assert.Equal(payload, OpenWithLibrary(ours));
        Assert.Equal(payload, Open(certificate, ours));
        Assert.Equal(payload, Open(certificate, theirs));
    }

    [Fact]
    public void Text_that_openssl_streams_with_indefinite_lengths_is_decrypted()
    {
        Skip.WithoutOpenssl();
        using var certificate = TestCertificates.Open();
        var payload = SecretPayload.Write("text", Encoding.ASCII.GetBytes(new string('x', 50_000)));
        var text = EncryptWithOpenssl(certificate, payload, "-stream", "-keyopt", "rsa_padding_mode:oaep", "-keyopt", "rsa_oaep_md:sha256");
        Assert.Equal(new string('x', 50_000), SecretProtectorTests.Open(certificate, SecretPurpose.Text, text));
    }

    [Theory]
    [InlineData("rsa_padding_mode:oaep")]
    [InlineData("rsa_padding_mode:oaep", "rsa_oaep_md:sha384")]
    [InlineData("rsa_padding_mode:oaep", "rsa_oaep_md:sha256", "rsa_mgf1_md:sha1")]
    [InlineData("rsa_padding_mode:oaep", "rsa_oaep_md:sha256", "rsa_oaep_label:00")]
    [InlineData("rsa_padding_mode:pkcs1")]
    public void Another_padding_than_OAEP_with_SHA256_is_refused(params string[] options)
    {
        Skip.WithoutOpenssl();
        using var certificate = TestCertificates.Open();
        var keyOptions = options.SelectMany(option => new[] { "-keyopt", option }).ToArray();
        var text = EncryptWithOpenssl(certificate, SecretPayload.Write("text", "hunter2"u8), keyOptions);
        Refusal.Of(SecretErrors.ProtectedTextInvalid, () => SecretProtectorTests.Open(certificate, SecretPurpose.Text, text));
    }

    [Fact]
    public void An_IV_of_another_length_is_refused()
    {
        using var certificate = TestCertificates.Open();
        var whole = SecretEnvelope.Encrypt(certificate, "payload"u8);
        // At the end: the IV, and one block of content. The IV is replaced with one of 14 bytes and a NULL, so that all other
        // lengths hold.
        var iv = whole.AsSpan(whole.Length - 36, 18);
        Assert.Equal("\u0004\u0010"u8, iv[..2]);
        iv[1] = 14;
        iv[16] = 5;
        iv[17] = 0;
        Assert.Throws<CryptographicException>(() => SecretEnvelope.Decode(whole));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(255)]
    [InlineData(2)]
    public void Invalid_padding_does_not_decrypt(byte last)
    {
        using var certificate = TestCertificates.Open();
        // 15 bytes, so that the padding byte, which is 1, is the last of the block after the IV.
        var whole = SecretEnvelope.Encrypt(certificate, "fifteen bytes.."u8);
        whole[^19] ^= (byte)(1 ^ last);
        var envelope = SecretEnvelope.Decode(whole);
        var payload = new byte[envelope.Length];
        Assert.False(certificate.WithKey(key => envelope.Decrypt(Assert.Single(envelope.Recipients), key, payload, out _)));
    }

    [Fact]
    public void A_truncated_text_is_refused_wherever_it_is_cut()
    {
        using var certificate = TestCertificates.Open();
        var whole = SecretEnvelope.Encrypt(certificate, "payload"u8);
        Assert.All(Enumerable.Range(0, whole.Length), length => Assert.ThrowsAny<CryptographicException>(() => SecretEnvelope.Decode(whole.AsMemory(0, length))));
    }

    private static X509Certificate2 Make(string subject, string serial)
    {
        var request = new CertificateRequest(subject, TestCertificates.SharedKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var signer = X509SignatureGenerator.CreateForRSA(TestCertificates.SharedKey, RSASignaturePadding.Pkcs1);
        using var made = request.Create(request.SubjectName, signer, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1), Convert.FromHexString(serial));
        return made.CopyWithPrivateKey(TestCertificates.SharedKey);
    }

    private static byte[] Encrypt(PasswordCertificate certificate, byte[] payload)
    {
        var message = new EnvelopedCms(new ContentInfo(payload), new AlgorithmIdentifier(new Oid(Aes256Cbc)));
        message.Encrypt(new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Certificate, RSAEncryptionPadding.OaepSHA256));
        return message.Encode();
    }

    private static byte[] Open(PasswordCertificate certificate, byte[] encoded)
    {
        var envelope = SecretEnvelope.Decode(encoded);
        var payload = new byte[envelope.Length];
        var length = 0;
        Assert.True(certificate.WithKey(key => envelope.Decrypt(Assert.Single(envelope.Recipients), key, payload, out length)));
        return payload[..length];
    }

    private static byte[] OpenWithLibrary(byte[] encoded)
    {
        var message = new EnvelopedCms();
        message.Decode(encoded);
        message.Decrypt(message.RecipientInfos[0], TestCertificates.SharedKey);
        return message.ContentInfo.Content;
    }

    /// <summary>Gets the encoding with its encrypted key, IV and encrypted content zeroed.</summary>
    private static byte[] WithoutRandom(byte[] encoded)
    {
        var message = new EnvelopedCms();
        message.Decode(encoded);
        var cleared = (byte[])encoded.Clone();
        var content = message.ContentInfo.Content;
        var contentHeader = content.Length switch { < 128 => 2, < 256 => 3, < 65_536 => 4, _ => 5 };
        cleared.AsSpan(encoded.Length - content.Length, content.Length).Clear();
        cleared.AsSpan(encoded.Length - content.Length - contentHeader - 16, 16).Clear();
        cleared.AsSpan(encoded.AsSpan().IndexOf(message.RecipientInfos[0].EncryptedKey), message.RecipientInfos[0].EncryptedKey.Length).Clear();
        return cleared;
    }

    private string EncryptWithOpenssl(PasswordCertificate certificate, byte[] payload, params string[] options)
    {
        var recipient = _folder.Write("c.pem", Encoding.ASCII.GetBytes(certificate.Certificate.ExportCertificatePem()));
        return OpensslTests.Run("", ["cms", "-encrypt", "-binary", "-in", _folder.Write("payload", payload), "-aes-256-cbc", "-outform", "PEM", "-recip", recipient, .. options]);
    }
}
