using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.Xml;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// Protects secrets as CMS EnvelopedData (RFC 5652) in PEM: AES-256-CBC, RSA-OAEP with SHA-256. The payload is one line,
/// <c>EmailSettings/1 PURPOSE SHA256</c>, and the text, so that it is recognizable with openssl.
/// </summary>
public static class SecretProtector
{
    private const string PemLabel = "CMS";

    // The longest secret becomes a text of about 90 000 characters; this leaves ample room.
    internal const int MaxProtectedLength = 262_144;

    // Each costs a private key operation.
    private const int MaxTried = 16;

    /// <summary>Protects a text for a purpose.</summary>
    /// <returns>The text from <c>-----BEGIN CMS-----</c> to <c>-----END CMS-----</c>, lines separated by LF.</returns>
    /// <exception cref="EmailSettingsException">Errors of <see cref="SecretPurpose.Check"/>.</exception>
    public static string Protect(PasswordCertificate certificate, SecretPurpose purpose, SecretText text)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(text);
        purpose.Check(text);

        var payload = SecretPayload.Write(purpose.PayloadName, text.Span);
        try
        {
            return PemEncoding.WriteString(PemLabel, SecretEnvelope.Encrypt(certificate, payload));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    /// <summary>
    /// Decrypts a protected text. The caller disposes the result. Texts protected for an earlier certificate with the same key
    /// are decrypted too, so that renewing a certificate without changing its key loses nothing.
    /// </summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.ProtectedTextInvalid"/>, <see cref="SecretErrors.ProtectedTextAltered"/>,
    /// <see cref="SettingsErrors.SecretRequiredAgain"/> (it was entered for another target),
    /// <see cref="SecretErrors.SecretWithoutTarget"/>, <see cref="SecretErrors.ProtectedForOtherPurpose"/>,
    /// <see cref="SecretErrors.ProtectedForOtherCertificate"/>, <see cref="SecretErrors.CertificateKeyMissing"/>,
    /// <see cref="SecretErrors.CertificateKeyUnusable"/>.
    /// </exception>
    public static SecretText Unprotect(PasswordCertificate certificate, SecretPurpose purpose, string protectedText)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(purpose);
        return Unprotect(certificate, purpose, Decode(protectedText));
    }

    /// <summary>Returns the certificate that a protected text needs, without using a key.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.ProtectedTextInvalid"/>.</exception>
    public static SecretRecipient RecipientOf(string protectedText) => RecipientOf(Decode(protectedText));

    /// <inheritdoc cref="RecipientOf(string)"/>
    internal static SecretRecipient RecipientOf(SecretEnvelope envelope) =>
        NameOf(envelope.Recipients[0]) ?? throw Invalid("its recipient is not identified by issuer and serial number");

    /// <inheritdoc cref="Unprotect(PasswordCertificate, SecretPurpose, string)"/>
    internal static SecretText Unprotect(PasswordCertificate certificate, SecretPurpose purpose, SecretEnvelope envelope)
    {
        var named = envelope.Recipients.FirstOrDefault(recipient => NameOf(recipient) is { } name && name.Names(certificate.Info));
        var tried = named is null ? Unnamed(envelope) : [named];
        if (tried.Count == 0) throw SecretErrors.ProtectedForOtherCertificate.Error(purpose.ToString(), NameOf(envelope.Recipients[0]));

        var payload = GC.AllocateUninitializedArray<byte>(envelope.Length, pinned: true);
        try
        {
            // Always do all the work before reporting an error: an earlier answer would let an attacker recover the secret bit by
            // bit with altered texts.
            SecretText? text = null;
            Finding? fault = null;
            foreach (var recipient in tried)
            {
                var length = 0;
                var decrypts = certificate.WithKey(key => envelope.Decrypt(recipient, key, payload, out length));
                var wrong = SecretPayload.Fault(payload.AsSpan(0, length), purpose);
                if (decrypts && wrong is null) text ??= SecretPayload.Text(payload.AsSpan(0, length), purpose);
                else if (decrypts && wrong!.Code != SecretErrors.ProtectedTextAltered) fault ??= wrong;
            }
            if (text is not null) return text;
            certificate.VerifyKey();
            throw new EmailSettingsException(
            [
                fault ?? (named is null
                    ? SecretErrors.ProtectedForOtherCertificate.At(purpose.ToString(), NameOf(envelope.Recipients[0]))
                    : SecretErrors.ProtectedTextAltered.At(purpose.ToString())),
            ]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(payload);
        }
    }

    // The only recipient, which may be an earlier certificate with the same key; or, of several, those identified by a subject
    // key identifier, which a certificate may lack.
    private static List<KeyTransRecipientInfo> Unnamed(SecretEnvelope envelope) => envelope.Recipients.Count == 1
        ? [envelope.Recipients[0]]
        : [.. envelope.Recipients.Where(recipient => recipient.RecipientIdentifier.Type == SubjectIdentifierType.SubjectKeyIdentifier).Take(MaxTried)];

    /// <summary>Parses a protected text without a key.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.ProtectedTextInvalid"/>.</exception>
    internal static SecretEnvelope Decode(string protectedText)
    {
        ArgumentNullException.ThrowIfNull(protectedText);
        if (protectedText.Length > MaxProtectedLength) throw Invalid($"it is longer than {MaxProtectedLength} characters");
        if (!PemEncoding.TryFind(protectedText, out var pem) || !protectedText.AsSpan(pem.Label).SequenceEqual(PemLabel))
            throw Invalid("it lacks the line '-----BEGIN CMS-----' or '-----END CMS-----'");
        var encoded = new byte[pem.DecodedDataLength];
        if (!Convert.TryFromBase64Chars(protectedText.AsSpan(pem.Base64Data), encoded, out var length)) throw Invalid("its base64 is broken");

        try
        {
            var envelope = SecretEnvelope.Decode(encoded.AsMemory(0, length));
            return envelope.Recipients.Count > 0 ? envelope : throw Invalid("it has no recipient with RSA-OAEP and SHA-256");
        }
        catch (CryptographicException error)
        {
            throw Invalid("it is not CMS EnvelopedData with AES-256-CBC", error);
        }
    }

    private static SecretRecipient? NameOf(RecipientInfo recipient) =>
        recipient.RecipientIdentifier.Value is X509IssuerSerial name ? new SecretRecipient(name.IssuerName, name.SerialNumber) : null;

    private static EmailSettingsException Invalid(string detail, Exception? inner = null) =>
        SecretErrors.ProtectedTextInvalid.Error("protectedText", detail: detail, inner: inner);
}
