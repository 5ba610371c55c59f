using System.Globalization;

namespace EmailSettings.Mail.Imap;

/// <summary>Parses capabilities.</summary>
internal static class ImapCapabilityReader
{
    private const string Auth = "AUTH=";
    private const string AppendLimit = "APPENDLIMIT";

    /// <summary>Parses the words after CAPABILITY.</summary>
    /// <param name="words">The words.</param>
    /// <param name="beforeTls">The capabilities before STARTTLS.</param>
    public static ImapCapabilities Read(string words, IReadOnlyList<string> beforeTls)
    {
        string[] raw = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] names = [.. raw.Select(word => word.ToUpperInvariant())];
        return new ImapCapabilities
        {
            Offered = OfferedText.Of(raw),
            OfferedBeforeTls = beforeTls,
            AuthMechanisms = OfferedText.Of(names.Where(name => name.StartsWith(Auth, StringComparison.Ordinal)).Select(name => name[Auth.Length..]).Distinct()),
            StartTls = names.Contains("STARTTLS") || beforeTls.Count > 0,
            LoginDisabled = names.Contains("LOGINDISABLED"),
            Imap4 = names.Contains("IMAP4REV1") || names.Contains("IMAP4REV2"),
            SaslIr = names.Contains("SASL-IR"),
            Id = names.Contains("ID"),
            Idle = names.Contains("IDLE"),
            LiteralPlus = names.Contains("LITERAL+"),
            AppendLimit = names.Any(name => name == AppendLimit || name.StartsWith(AppendLimit + "=", StringComparison.Ordinal)),
            AppendLimitBytes = names.Select(Limit).FirstOrDefault(limit => limit is not null),
        };
    }

    private static long? Limit(string name) =>
        name.StartsWith(AppendLimit + "=", StringComparison.Ordinal)
        && long.TryParse(name.AsSpan(AppendLimit.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
}
