using System.Text;

namespace EmailSettings.Mail.Wire;

/// <summary>
/// Decodes text that is not UTF-8 with the most likely charset. Servers may only send ASCII and UTF-8, but Chinese, Japanese,
/// Russian and Western European ones still send legacy charsets. A single pass counts the bytes that tell them apart.
/// </summary>
internal static class CharsetGuess
{
    // If nothing fits: one character per byte, so that nothing is lost.
    private static readonly Encoding Fallback = Encoding.Latin1;

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Find(bytes).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Fallback.GetString(bytes);
        }
    }

    private static Encoding Find(ReadOnlySpan<byte> bytes)
    {
        var counts = Count(bytes);
        // In Western European words non-ASCII letters occur one at a time.
        if (counts.Runs == counts.High || counts.High < 2) return Fallback;
        if (IsJapanese(bytes)) return Strict("shift_jis");
        // Russian text is mostly lowercase: the upper half of the letters in one charset, the lower half in the other.
        if (counts.Upper * 10 >= counts.High * 7) return Strict("windows-1251");
        if (counts.Lower * 10 >= counts.High * 8) return Strict("koi8-r");
        return IsChinese(bytes) ? Strict("gb18030") : Fallback;
    }

    private static (int High, int Runs, int Upper, int Lower) Count(ReadOnlySpan<byte> bytes)
    {
        int high = 0, runs = 0, upper = 0, lower = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            high++;
            if (i == 0 || bytes[i - 1] < 0x80) runs++;
            if (bytes[i] >= 0xE0) upper++;
            else if (bytes[i] >= 0xC0) lower++;
        }
        return (high, runs, upper, lower);
    }

    // Every Japanese sentence has kana: 82 9F … 82 F1 and 83 40 … 83 96.
    private static bool IsJapanese(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0, kana = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80 || bytes[i] is >= 0xA1 and <= 0xDF) continue;
            if (i + 1 == bytes.Length || bytes[i + 1] is < 0x40 or 0x7F or > 0xFC) return false;
            pairs++;
            if (bytes[i] is 0x82 or 0x83) kana++;
            i++;
        }
        return kana > 0 && kana * 4 >= pairs;
    }

    // The common characters of GB 2312 start with B0 … D7, its punctuation with A1 … A9.
    private static bool IsChinese(ReadOnlySpan<byte> bytes)
    {
        int pairs = 0, common = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            if (i + 1 == bytes.Length || bytes[i] is 0x80 or 0xFF || bytes[i + 1] is < 0x30 or 0x7F or 0xFF) return false;
            pairs++;
            if (bytes[i] is (>= 0xB0 and <= 0xD7) or (>= 0xA1 and <= 0xA9) && bytes[i + 1] >= 0xA1) common++;
            i++;
        }
        return common * 10 >= pairs * 6;
    }

    private static Encoding Strict(string name) =>
        CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) ?? Fallback;
}
