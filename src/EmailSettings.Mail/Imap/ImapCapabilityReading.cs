using System.Globalization;

namespace EmailSettings.Mail.Imap;

/// <summary>Reads a list of capabilities.</summary>
internal static class ImapCapabilityReading
{
    private const string Auth = "AUTH=";
    private const string AppendLimit = "APPENDLIMIT";

    /// <summary>The words after CAPABILITY.</summary>
    public static ImapCapabilities Read(string words)
    {
        string[] raw = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] names = [.. raw.Select(word => word.ToUpperInvariant())];
        return new ImapCapabilities
        {
            Raw = raw,
            AuthMechanisms = [.. names.Where(name => name.StartsWith(Auth, StringComparison.Ordinal)).Select(name => name[Auth.Length..]).Distinct()],
            StartTls = names.Contains("STARTTLS"),
            LoginDisabled = names.Contains("LOGINDISABLED"),
            Imap4 = names.Contains("IMAP4REV1") || names.Contains("IMAP4REV2"),
            SaslIr = names.Contains("SASL-IR"),
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
