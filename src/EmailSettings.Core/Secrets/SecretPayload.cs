using System.Security.Cryptography;
using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// The payload of a protected text: the line <c>EmailSettings/1 PURPOSE SHA256</c>, LF, the text. EnvelopedData is not
/// authenticated, so the digest detects altered texts, and the purpose swapped ones. The mark is one AES block long: it fills the
/// only block that a modified IV could alter without garbling another.
/// </summary>
internal static class SecretPayload
{
    private const int DigestLength = 2 * SHA256.HashSizeInBytes;

    private static ReadOnlySpan<byte> Mark => "EmailSettings/1 "u8;

    /// <summary>Writes a payload to a pinned buffer that the caller zeroes.</summary>
    public static byte[] Write(string payloadName, ReadOnlySpan<byte> text)
    {
        var nameLength = Encoding.UTF8.GetByteCount(payloadName);
        var payload = GC.AllocateUninitializedArray<byte>(Mark.Length + nameLength + 1 + DigestLength + 1 + text.Length, pinned: true);
        var rest = payload.AsSpan();
        Mark.CopyTo(rest);
        rest = rest[Mark.Length..];
        rest = rest[Encoding.UTF8.GetBytes(payloadName, rest)..];
        rest[0] = (byte)' ';
        WriteDigest(text, rest[1..]);
        rest[1 + DigestLength] = (byte)'\n';
        text.CopyTo(rest[(2 + DigestLength)..]);
        return payload;
    }

    /// <summary>
    /// Returns what is wrong with a payload; null if it is intact and meant for the purpose. Always examines all of it, so that
    /// timing does not reveal how much of an altered one was right.
    /// </summary>
    /// <returns>
    /// <see cref="SecretErrors.ProtectedTextAltered"/>, or, for an unaltered text,
    /// <see cref="SecretErrors.ProtectedForOtherPurpose"/>, <see cref="SettingsErrors.SecretRequiredAgain"/> (another target) or
    /// <see cref="SecretErrors.SecretWithoutTarget"/>.
    /// </returns>
    public static Finding? Fault(ReadOnlySpan<byte> payload, SecretPurpose purpose)
    {
        var headEnd = payload.IndexOf((byte)'\n');
        var nameLength = headEnd - Mark.Length - 1 - DigestLength;
        var hasHead = nameLength >= 1 && payload.StartsWith(Mark) && payload[Mark.Length + nameLength] == (byte)' ';

        Span<byte> digest = stackalloc byte[DigestLength];
        WriteDigest(payload[(headEnd + 1)..], digest);
        var isWhole = CryptographicOperations.FixedTimeEquals(digest, hasHead ? payload[(headEnd - DigestLength)..headEnd] : Mark) && hasHead;

        // The digest does not cover the name, so an impossible name means alteration.
        var name = hasHead ? payload.Slice(Mark.Length, nameLength) : Mark;
        if (isWhole & CryptographicOperations.FixedTimeEquals(name, Encoding.UTF8.GetBytes(purpose.PayloadName))) return null;
        var altered = SecretErrors.ProtectedTextAltered.At(purpose.ToString());
        return isWhole ? OtherName(Encoding.UTF8.GetString(name), purpose) ?? altered : altered;
    }

    /// <summary>Returns the text of a valid payload.</summary>
    /// <exception cref="EmailSettingsException">Errors of <see cref="SecretPurpose.Check"/>.</exception>
    public static SecretText Text(ReadOnlySpan<byte> payload, SecretPurpose purpose) => Checked(payload[(payload.IndexOf((byte)'\n') + 1)..], purpose);

    private static Finding? OtherName(string name, SecretPurpose purpose)
    {
        if (name == purpose.UnboundName) return SecretErrors.SecretWithoutTarget.At(purpose.ToString(), purpose);
        if (SecretPurpose.FromPayloadName(name) is not { } other) return null;
        return other.Kind == purpose.Kind
            ? SettingsErrors.SecretRequiredAgain.At(purpose.ToString(), purpose, detail: purpose.DifferencesFrom(other)) with
            {
                CauseTemplate = "The secret '{value}' was entered for other values of {detail}.",
            }
            : SecretErrors.ProtectedForOtherPurpose.At(purpose.ToString(), name, purpose.PayloadName);
    }

    // Anyone with the certificate can create a payload, so the text is validated like input.
    private static SecretText Checked(ReadOnlySpan<byte> text, SecretPurpose purpose)
    {
        var secret = SecretText.FromUtf8(text);
        try
        {
            purpose.Check(secret);
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    private static void WriteDigest(ReadOnlySpan<byte> text, Span<byte> hex)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text, digest);
        Convert.TryToHexStringLower(digest, hex, out _);
        CryptographicOperations.ZeroMemory(digest);
    }
}
