using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// CMS EnvelopedData (RFC 5652, 6.1): AES-256-CBC, its key encrypted with RSA-OAEP and SHA-256 (RFC 4055, 4.1).
/// <see cref="EnvelopedCms"/> writes the same structure, but it opens the public key for every text and leaves plaintext in the
/// heap. So it is only used to parse; plaintext is only in the caller's buffers.
/// </summary>
internal sealed class SecretEnvelope
{
    private const string EnvelopedData = "1.2.840.113549.1.7.3";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Aes256Cbc = "2.16.840.1.101.3.4.1.42";
    private const string RsaOaep = "1.2.840.113549.1.1.7";
    private const string Mgf1 = "1.2.840.113549.1.1.8";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const int KeyLength = 32;
    private const int BlockLength = 16;

    private static readonly Asn1Tag First = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Second = new(TagClass.ContextSpecific, 1);

    private readonly byte[] _iv;
    private readonly byte[] _content;

    private SecretEnvelope(IReadOnlyList<KeyTransRecipientInfo> recipients, byte[] iv, byte[] content)
    {
        Recipients = recipients;
        _iv = iv;
        _content = content;
    }

    /// <summary>
    /// The recipients with RSA-OAEP and SHA-256. Others are ignored: a text rewritten to PKCS#1 v1.5 would create a padding
    /// oracle.
    /// </summary>
    public IReadOnlyList<KeyTransRecipientInfo> Recipients { get; }

    /// <summary>The length of the buffer that <see cref="Decrypt"/> needs, in bytes.</summary>
    public int Length => _content.Length;

    /// <summary>Encrypts for a certificate. The caller zeroes the payload.</summary>
    /// <returns>The DER-encoded ContentInfo.</returns>
    public static byte[] Encrypt(PasswordCertificate certificate, ReadOnlySpan<byte> payload)
    {
        var contentKey = GC.AllocateUninitializedArray<byte>(KeyLength, pinned: true);
        try
        {
            RandomNumberGenerator.Fill(contentKey);
            var iv = RandomNumberGenerator.GetBytes(BlockLength);
            using var aes = Aes.Create();
            aes.SetKey(contentKey);
            return Write(
                certificate, certificate.WithPublicKey(key => key.Encrypt(contentKey, RSAEncryptionPadding.OaepSHA256)), iv, aes.EncryptCbc(payload, iv));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentKey);
        }
    }

    /// <summary>Parses what <see cref="Encrypt"/> or another program wrote; needs no key.</summary>
    /// <exception cref="CryptographicException">It is not EnvelopedData of this kind.</exception>
    public static SecretEnvelope Decode(ReadOnlyMemory<byte> encoded)
    {
        var message = new EnvelopedCms();
        message.Decode(encoded.Span);
        if (message.ContentEncryptionAlgorithm.Oid.Value != Aes256Cbc) throw new CryptographicException("The content is not encrypted with AES-256-CBC.");
        try
        {
            var (iv, content) = ReadContent(encoded);
            if (iv.Length != BlockLength) throw new CryptographicException("The IV is not as long as a block.");
            if (content.Length == 0 || content.Length % BlockLength != 0) throw new CryptographicException("The content is not a number of whole blocks.");
            return new SecretEnvelope([.. message.RecipientInfos.OfType<KeyTransRecipientInfo>().Where(IsOaepSha256)], iv, content);
        }
        catch (AsnContentException broken)
        {
            throw new CryptographicException(broken.Message, broken);
        }
    }

    /// <summary>
    /// Decrypts into the caller's buffer, which must be zeroed even on failure. With a wrong content key or padding it does the
    /// same work and the payload is noise, so timing reveals nothing (RFC 3218, 2.3).
    /// </summary>
    /// <param name="recipient">One of <see cref="Recipients"/>.</param>
    /// <param name="key">The private key.</param>
    /// <param name="payload">At least <see cref="Length"/> bytes.</param>
    /// <param name="length">The length of the payload.</param>
    /// <returns>False if it cannot be decrypted with this key.</returns>
    public bool Decrypt(RecipientInfo recipient, RSA key, Span<byte> payload, out int length)
    {
        // As long as the modulus, or the plaintext would pass through another buffer.
        Span<byte> contentKey = stackalloc byte[key.KeySize / 8];
        try
        {
            var hasKey = TryDecryptKey(recipient, key, contentKey);
            using var aes = Aes.Create();
            aes.SetKey(contentKey[..KeyLength]);
            length = aes.DecryptCbc(_content, _iv, payload, PaddingMode.None);
            var padding = PaddingLength(payload[..length]);
            length -= padding;
            return hasKey && padding > 0;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentKey);
        }
    }

    // If the key cannot be decrypted, a random one is used (RFC 3218, 2.3.2).
    private static bool TryDecryptKey(RecipientInfo recipient, RSA key, Span<byte> contentKey)
    {
        try
        {
            if (key.Decrypt(recipient.EncryptedKey, contentKey, RSAEncryptionPadding.OaepSHA256) == KeyLength) return true;
        }
        catch (CryptographicException)
        {
            // Whether the key is usable at all is checked by the caller.
        }
        RandomNumberGenerator.Fill(contentKey);
        return false;
    }

    // RFC 5652, 6.3; 0 if invalid. Constant time: every byte of the last block is examined.
    private static int PaddingLength(ReadOnlySpan<byte> content)
    {
        if (content.Length < BlockLength) return 0;
        var block = content[^BlockLength..];
        var length = block[^1];
        var wrong = length is 0 or > BlockLength ? 1 : 0;
        for (var i = 0; i < BlockLength; i++) wrong |= i < length ? block[BlockLength - 1 - i] ^ length : 0;
        return wrong == 0 ? length : 0;
    }

    private static byte[] Write(PasswordCertificate certificate, byte[] encryptedKey, byte[] iv, byte[] content)
    {
        var der = new AsnWriter(AsnEncodingRules.DER);
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(EnvelopedData);
            using (der.PushSequence(First))
            using (der.PushSequence())
            {
                der.WriteInteger(0);
                using (der.PushSetOf())
                using (der.PushSequence()) WriteRecipient(der, certificate, encryptedKey);
                using (der.PushSequence())
                {
                    der.WriteObjectIdentifier(Data);
                    using (der.PushSequence())
                    {
                        der.WriteObjectIdentifier(Aes256Cbc);
                        der.WriteOctetString(iv);
                    }
                    der.WriteOctetString(content, First);
                }
            }
        }
        return der.Encode();
    }

    private static void WriteRecipient(AsnWriter der, PasswordCertificate certificate, byte[] encryptedKey)
    {
        der.WriteInteger(0);
        using (der.PushSequence())
        {
            der.WriteEncodedValue(certificate.Certificate.IssuerName.RawData);
            der.WriteInteger(certificate.Certificate.SerialNumberBytes.Span);
        }
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(RsaOaep);
            using (der.PushSequence())
            {
                using (der.PushSequence(First)) WriteSha256(der);
                using (der.PushSequence(Second))
                using (der.PushSequence())
                {
                    der.WriteObjectIdentifier(Mgf1);
                    WriteSha256(der);
                }
            }
        }
        der.WriteOctetString(encryptedKey);
    }

    private static void WriteSha256(AsnWriter der)
    {
        using (der.PushSequence())
        {
            der.WriteObjectIdentifier(Sha256);
            der.WriteNull();
        }
    }

    // EnvelopedCms has validated the structure, but does not expose the IV nor, on every platform, the encrypted content.
    private static (byte[] Iv, byte[] Content) ReadContent(ReadOnlyMemory<byte> encoded)
    {
        var message = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        message.ReadObjectIdentifier();
        var envelope = message.ReadSequence(First).ReadSequence();
        envelope.ReadInteger();
        if (envelope.PeekTag().HasSameClassAndValue(First)) envelope.ReadEncodedValue();
        envelope.ReadEncodedValue();
        var content = envelope.ReadSequence();
        content.ReadObjectIdentifier();
        var algorithm = content.ReadSequence();
        algorithm.ReadObjectIdentifier();
        return (algorithm.ReadOctetString(), content.ReadOctetString(First));
    }

    // RFC 4055, 4.1: omitted parameters mean SHA-1 and an empty label.
    private static bool IsOaepSha256(KeyTransRecipientInfo recipient)
    {
        if (recipient.KeyEncryptionAlgorithm is not { Oid.Value: RsaOaep, Parameters: { Length: > 0 } encoded }) return false;
        var parameters = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        if (!parameters.HasData || parameters.ReadSequence(First).ReadSequence().ReadObjectIdentifier() != Sha256 || !parameters.HasData) return false;
        var mask = parameters.ReadSequence(Second).ReadSequence();
        return mask.ReadObjectIdentifier() == Mgf1 && mask.ReadSequence().ReadObjectIdentifier() == Sha256 && !parameters.HasData;
    }
}
