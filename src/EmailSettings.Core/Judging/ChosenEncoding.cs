using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Core.Judging;

/// <summary>
/// The transfer encoding of a part of a sent mail: the configured one if content and server permit it, otherwise base64.
/// </summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="WireBytes">The encoded size of the part, in bytes.</param>
/// <param name="Finding">Why it is not the configured one; null if it is.</param>
internal sealed record ChosenEncoding(TransferEncoding Encoding, long WireBytes, Finding? Finding)
{
    /// <summary>Chooses the encoding.</summary>
    /// <param name="wanted">The configured encoding.</param>
    /// <param name="profile">The properties of the content.</param>
    /// <param name="what">The name of the part in findings.</param>
    /// <param name="server">What the server supports.</param>
    public static ChosenEncoding For(TransferEncoding wanted, ContentProfile profile, string what, EncodingSupport server)
    {
        if (!Permits(wanted, profile)) return Base64(profile, MessageFindings.MessageEncodingNotPermitted.At(value: what, detail: wanted.Name, limit: TransferEncoding.Base64.Name));
        if (wanted == TransferEncoding.EightBit && profile.HasEightBit && !server.EightBitMime) return Base64(profile, NotOffered(what, wanted, "8BITMIME"));
        if (wanted == TransferEncoding.Binary && !server.BinaryMime) return Base64(profile, NotOffered(what, wanted, "BINARYMIME"));
        var size = wanted == TransferEncoding.Base64 ? profile.Base64Bytes : wanted == TransferEncoding.QuotedPrintable ? profile.QuotedPrintableBytes : profile.SizeBytes;
        return new ChosenEncoding(wanted, size, null);
    }

    private static bool Permits(TransferEncoding encoding, ContentProfile profile)
    {
        if (encoding == TransferEncoding.SevenBit) return profile.PermitsSevenBit;
        if (encoding == TransferEncoding.EightBit) return profile.PermitsEightBit;
        return encoding != TransferEncoding.QuotedPrintable || profile.PermitsQuotedPrintable;
    }

    private static Finding NotOffered(string what, TransferEncoding encoding, string extension) =>
        MessageFindings.MessageEncodingNotOffered.At(value: what, detail: encoding.Name, limit: extension);

    private static ChosenEncoding Base64(ContentProfile profile, Finding finding) => new(TransferEncoding.Base64, profile.Base64Bytes, finding);
}
