using System.Globalization;

namespace EmailSettings.Mail.Smtp;

/// <summary>Parses the extensions in a reply to EHLO.</summary>
internal static class SmtpCapabilityReader
{
    /// <param name="reply">The reply.</param>
    /// <param name="beforeTls">The capabilities before STARTTLS.</param>
    public static SmtpCapabilities Read(SmtpReply reply, IReadOnlyList<string> beforeTls)
    {
        var lines = reply.Lines.Skip(1).ToList();
        var result = new SmtpCapabilities { Extended = true, Reply = reply, OfferedBeforeTls = beforeTls, StartTls = beforeTls.Count > 0 };
        var mechanisms = new List<string>();
        foreach (var line in lines)
            result = Apply(result, line, mechanisms);
        return result with
        {
            Offered = OfferedText.Of(lines),
            AuthMechanisms = OfferedText.Of(mechanisms.Distinct()),
            BinaryMime = result is { BinaryMime: true, Chunking: true },
        };
    }

    private static SmtpCapabilities Apply(SmtpCapabilities known, string line, List<string> mechanisms)
    {
        // Old servers send "AUTH=LOGIN" besides "AUTH LOGIN", for even older clients.
        var words = line.ToUpperInvariant().Replace("AUTH=", "AUTH ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words.Length == 0 ? string.Empty : words[0])
        {
            case "AUTH":
                mechanisms.AddRange(words.Skip(1));
                return known;
            case "SIZE":
                return known with { Size = true, MaxSizeBytes = words.Length > 1 ? Size(words[1]) : null };
            case "STARTTLS":
                return known with { StartTls = true };
            case "8BITMIME":
                return known with { EightBitMime = true };
            case "PIPELINING":
                return known with { Pipelining = true };
            case "SMTPUTF8":
                return known with { SmtpUtf8 = true };
            case "BINARYMIME":
                return known with { BinaryMime = true };
            case "CHUNKING":
                return known with { Chunking = true };
            case "ENHANCEDSTATUSCODES":
                return known with { EnhancedStatusCodes = true };
            default:
                return known;
        }
    }

    // RFC 1870 §4: 0 means no fixed limit.
    private static long? Size(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;
}
