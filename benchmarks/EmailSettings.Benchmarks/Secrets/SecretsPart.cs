using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;

namespace EmailSettings.Benchmarks.Secrets;

/// <summary>
/// Protecting and decrypting secrets. Decrypting cannot be faster than its RSA private-key operation; protecting is compared with
/// the bare CMS encryption of .NET.
/// </summary>
internal static class SecretsPart
{
    private const int Batch = 200;

    private static readonly SecretPurpose Purpose = SecretPurpose.OutgoingPassword.BoundTo(new OutgoingMailServer { Host = "smtp.example.org", Port = 587, UseSsl = true });

    public static void Run(Yardstick yardstick)
    {
        Compare(yardstick, 2048, Target.SpeedAtLeast(0.85), Target.SpeedAtLeast(0.8));
        Compare(yardstick, 3072, Target.None, Target.None);
        AmongFifty(yardstick);
    }

    private static void Compare(Yardstick yardstick, int bits, Target unprotect, Target protect)
    {
        using var key = RSA.Create(bits);
        using var certificate = new PasswordCertificate(Make("CN=benchmark", key), CertificateLocation.CurrentUser);
        using var secret = SecretText.FromUtf8("a password of some length"u8);
        var text = SecretProtector.Protect(certificate, Purpose, secret);
        var contentKey = key.Encrypt(RandomNumberGenerator.GetBytes(32), RSAEncryptionPadding.OaepSHA256);
        var recipient = new CmsRecipient(SubjectIdentifierType.IssuerAndSerialNumber, certificate.Certificate, RSAEncryptionPadding.OaepSHA256);
        var payload = SecretPayload.Write(Purpose.PayloadName, secret.Span);

        yardstick.Compare($"unprotect, RSA-{bits}, against the bare private-key operation",
            () => key.Decrypt(contentKey, RSAEncryptionPadding.OaepSHA256),
            () => SecretProtector.Unprotect(certificate, Purpose, text).Dispose(),
            unprotect, Batch);
        yardstick.Compare($"protect, RSA-{bits}, against a bare EnvelopedCms encryption",
            () => Encrypt(recipient, payload),
            () => SecretProtector.Protect(certificate, Purpose, secret),
            protect, Batch);
    }

    private static void AmongFifty(Yardstick yardstick)
    {
        using var key = RSA.Create(2048);
        using var one = new TemporaryStore(1, key);
        using var fifty = new TemporaryStore(50, key);
        using var secret = SecretText.FromUtf8("a password of some length"u8);

        using var alone = new CertificateFinder(one.Stores).Find(one.Reference)!;
        using var among = new CertificateFinder(fifty.Stores).Find(fifty.Reference)!;
        var aloneText = SecretProtector.Protect(alone, SecretPurpose.Text, secret);
        var amongText = SecretProtector.Protect(among, SecretPurpose.Text, secret);

        // Found once, as for every text of a pipeline after the first.
        yardstick.Compare("unprotect, RSA-2048, certificate among 50 in the store, against alone there",
            () => SecretProtector.Unprotect(alone, SecretPurpose.Text, aloneText).Dispose(),
            () => SecretProtector.Unprotect(among, SecretPurpose.Text, amongText).Dispose(),
            Target.SpeedAtLeast(0.95), Batch);
        yardstick.Compare("protect, RSA-2048, certificate among 50 in the store, against alone there",
            () => SecretProtector.Protect(alone, SecretPurpose.Text, secret),
            () => SecretProtector.Protect(among, SecretPurpose.Text, secret),
            Target.SpeedAtLeast(0.95), Batch);
        // Except on Windows, .NET opens every file of the store to list it, so this grows with the store.
        yardstick.Compare("find by thumbprint among 50, against X509Store and Find",
            () => fifty.FindBare().Dispose(),
            () => new CertificateFinder(fifty.Stores).Find(fifty.Reference)!.Dispose(),
            Target.SpeedAtLeast(0.9), operations: 2);
    }

    private static byte[] Encrypt(CmsRecipient recipient, byte[] payload)
    {
        var message = new EnvelopedCms(new ContentInfo(payload), new AlgorithmIdentifier(new Oid("2.16.840.1.101.3.4.1.42")));
        message.Encrypt(recipient);
        return message.Encode();
    }

    internal static X509Certificate2 Make(string subject, RSA key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable | X509KeyStorageFlags.PersistKeySet);
    }
}
