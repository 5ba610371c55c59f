using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// CMS EnvelopedData (RFC 5652, 6.1): AES-256-CBC, its key under RSA-OAEP with SHA-256 (RFC 4055, 4.1). What
/// <see cref="EnvelopedCms"/> writes is the same byte for byte; but it reads the public key anew for every text, and what it
/// opens stays in the heap. So it only reads the structure here; the plaintext is in the caller's buffers alone.
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
    /// The recipients with RSA-OAEP and SHA-256. No other is opened: a text rewritten to PKCS#1 v1.5 would make an oracle of
    /// whoever opens it.
    /// </summary>
    public IReadOnlyList<KeyTransRecipientInfo> Recipients { get; }

    /// <summary>Length of the buffer that <see cref="Decrypt"/> needs, in bytes.</summary>
    public int Length => _content.Length;

    /// <summary>Encrypts for a certificate; the payload is the caller's to zero.</summary>
    /// <returns>The ContentInfo, DER.</returns>
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

    /// <summary>Reads what <see cref="Encrypt"/> or another program wrote; takes no key.</summary>
    /// <exception cref="CryptographicException">It is not such EnvelopedData.</exception>
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
    /// Decrypts into the caller's buffer, which is to be zeroed whether this succeeds or not. Where the content key or the
    /// padding is wrong, the work is the same and the payload is noise: how long it takes tells nothing (RFC 3218, 2.3).
    /// </summary>
    /// <param name="recipient">One of <see cref="Recipients"/>.</param>
    /// <param name="key">The private key.</param>
    /// <param name="payload">At least <see cref="Length"/> bytes.</param>
    /// <param name="length">Length of the payload.</param>
    /// <returns>False where it does not decrypt with this key.</returns>
    public bool Decrypt(RecipientInfo recipient, RSA key, Span<byte> payload, out int length)
    {
        // As long as the modulus: with a shorter one the plaintext would pass through another buffer.
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

    // A key that cannot be had is made up (RFC 3218, 2.3.2).
    private static bool TryDecryptKey(RecipientInfo recipient, RSA key, Span<byte> contentKey)
    {
        try
        {
            if (key.Decrypt(recipient.EncryptedKey, contentKey, RSAEncryptionPadding.OaepSHA256) == KeyLength) return true;
        }
        catch (CryptographicException)
        {
            // Whether the key can be used at all is found out by whoever opens with it.
        }
        RandomNumberGenerator.Fill(contentKey);
        return false;
    }

    // RFC 5652, 6.3; 0 for none. Every byte of the last block is looked at.
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

    // EnvelopedCms has found the structure sound, but tells neither the IV nor, on every platform, the encrypted content.
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

    // RFC 4055, 4.1: what is left out means SHA-1, and an empty label.
    private static bool IsOaepSha256(KeyTransRecipientInfo recipient)
    {
        if (recipient.KeyEncryptionAlgorithm is not { Oid.Value: RsaOaep, Parameters: { Length: > 0 } encoded }) return false;
        var parameters = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        if (!parameters.HasData || parameters.ReadSequence(First).ReadSequence().ReadObjectIdentifier() != Sha256 || !parameters.HasData) return false;
        var mask = parameters.ReadSequence(Second).ReadSequence();
        return mask.ReadObjectIdentifier() == Mgf1 && mask.ReadSequence().ReadObjectIdentifier() == Sha256 && !parameters.HasData;
    }
}
