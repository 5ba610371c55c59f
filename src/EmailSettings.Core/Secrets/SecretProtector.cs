using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.Xml;
using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// Protects secrets as CMS EnvelopedData (RFC 5652) in PEM: AES-256-CBC, RSA-OAEP with SHA-256. The payload is one line,
/// <c>EmailSettings/1 PURPOSE SHA256</c>, and the text, so that openssl shows what it is.
/// </summary>
public static class SecretProtector
{
    private const string PemLabel = "CMS";
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string RsaOaep = "1.2.840.113549.1.1.7";

    // The longest secret makes a text of about 90 000 characters; far beyond that nothing is decoded.
    private const int MaxProtectedLength = 262_144;

    /// <summary>Protects a text for a purpose.</summary>
    /// <returns>The text from <c>-----BEGIN CMS-----</c> to <c>-----END CMS-----</c>, lines ended by LF, none after the last.</returns>
    /// <exception cref="EmailSettingsException">What <see cref="SecretText.Check"/> refuses.</exception>
    public static string Protect(PasswordCertificate certificate, SecretPurpose purpose, SecretText text)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(text);
        text.Check(purpose);

        var payload = SecretPayload.Write(purpose.PayloadName, text.Span);
        try
        {
            var message = new EnvelopedCms(new ContentInfo(payload), new AlgorithmIdentifier(new Oid(Aes256Cbc)));
            message.Encrypt(certificate.Recipient);
            return PemEncoding.WriteString(PemLabel, message.Encode());
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    /// <summary>
    /// Opens a protected text. The caller disposes the result. A text made for an earlier certificate with the same key
    /// opens too, so that renewing a certificate without changing its key loses nothing.
    /// </summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.ProtectedTextInvalid"/>, <see cref="SecretErrors.ProtectedTextAltered"/>,
    /// <see cref="SecretErrors.ProtectedForOtherPurpose"/>, <see cref="SecretErrors.ProtectedForOtherCertificate"/>,
    /// <see cref="SecretErrors.CertificateKeyMissing"/>, <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public static SecretText Unprotect(PasswordCertificate certificate, SecretPurpose purpose, string protectedText)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(purpose);
        var message = Decode(protectedText);
        var recipients = Recipients(message);
        var named = recipients.Find(recipient => NameOf(recipient) is { } name && name.Names(certificate.Info));
        if (named is null && recipients.Count > 1)
            throw SecretErrors.ProtectedForOtherCertificate.Error(purpose.ToString(), NameOf(recipients[0]));

        var payload = Decrypt(message, named ?? recipients[0], certificate)
            ?? throw (named is null
                ? SecretErrors.ProtectedForOtherCertificate.Error(purpose.ToString(), NameOf(recipients[0]))
                : SecretErrors.ProtectedTextAltered.Error(purpose.ToString()));
        try
        {
            return SecretPayload.Read(payload, purpose);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    /// <summary>The certificate a protected text needs; takes no key.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.ProtectedTextInvalid"/>.</exception>
    public static SecretRecipient RecipientOf(string protectedText) =>
        NameOf(Recipients(Decode(protectedText))[0]) ?? throw Invalid("its recipient is not named by issuer and serial number");

    private static EnvelopedCms Decode(string protectedText)
    {
        ArgumentNullException.ThrowIfNull(protectedText);
        if (protectedText.Length > MaxProtectedLength) throw Invalid($"it is longer than {MaxProtectedLength} characters");
        if (!PemEncoding.TryFind(protectedText, out var pem) || !protectedText.AsSpan(pem.Label).SequenceEqual(PemLabel))
            throw Invalid("the lines '-----BEGIN CMS-----' and '-----END CMS-----' are not both there");
        var encoded = new byte[pem.DecodedDataLength];
        if (!Convert.TryFromBase64Chars(protectedText.AsSpan(pem.Base64Data), encoded, out var length)) throw Invalid("its base64 is broken");

        try
        {
            var message = new EnvelopedCms();
            message.Decode(encoded.AsSpan(0, length));
            if (message.ContentEncryptionAlgorithm.Oid.Value != Aes256Cbc) throw Invalid("its content is not encrypted with AES-256-CBC");
            return message;
        }
        catch (CryptographicException error)
        {
            throw Invalid("it is not CMS EnvelopedData", error);
        }
    }

    // Only OAEP is opened: a text rewritten to PKCS#1 v1.5 would make an oracle of whoever opens it.
    private static List<KeyTransRecipientInfo> Recipients(EnvelopedCms message)
    {
        var recipients = message.RecipientInfos.OfType<KeyTransRecipientInfo>().Where(recipient => recipient.KeyEncryptionAlgorithm.Oid.Value == RsaOaep).ToList();
        return recipients.Count > 0 ? recipients : throw Invalid("it has no recipient with RSA-OAEP");
    }

    private static SecretRecipient? NameOf(RecipientInfo recipient) =>
        recipient.RecipientIdentifier.Value is X509IssuerSerial name ? new SecretRecipient(name.IssuerName, name.SerialNumber) : null;

    // Null: it does not decrypt, though the key is in order.
    private static byte[]? Decrypt(EnvelopedCms message, RecipientInfo recipient, PasswordCertificate certificate)
    {
        try
        {
            return certificate.WithKey(key =>
            {
                message.Decrypt(recipient, key);
                return message.ContentInfo.Content;
            });
        }
        catch (CryptographicException)
        {
            certificate.ProveKey();
            return null;
        }
    }

    private static EmailSettingsException Invalid(string detail, Exception? inner = null) =>
        SecretErrors.ProtectedTextInvalid.Error("protectedText", detail: detail, inner: inner);
}
