namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// What servers say in words alone. Codes come first everywhere; words decide only between findings that the code leaves
/// open, and so never whether something failed.
/// </summary>
internal static class ServerWords
{
    private static readonly string[] TooMany =
        ["too many", "rate limit", "throttl", "connection limit", "connections limit", "concurrent connections", "exceeded the limit", "try again later: login"];

    private static readonly string[] Later = ["try again", "temporar", "unavailable", "shutting down", "overload"];

    private static readonly string[] AppPassword = ["application-specific password", "app password", "app-specific password"];

    private static readonly string[] Relay = ["relay", "not permitted to send to", "unauthenticated"];

    // Servers that judge the whole envelope at once say so only at the recipient.
    private static readonly string[] Sender = ["sender address rejected", "sender rejected", "sender verify failed", "permissions to send as", "sender denied", "sendasdenied"];

    private static readonly string[] SecureFirst = ["starttls", "encryption required", "tls required", "must use tls", "secure connection"];

    private static readonly string[] SwitchedOff = ["basic authentication is disabled", "smtpclientauthentication is disabled", "authentication is disabled", "imap access is disabled", "not enabled for imap"];

    // Exchange Online has one enhanced code for a login that is switched off and for one that is wrong.
    private static readonly string[] WrongCredentials = ["credentials were incorrect", "credentials are incorrect", "invalid credentials"];

    public static bool SaysTooMany(string text) => Says(text, TooMany);

    public static bool SaysLater(string text) => Says(text, Later);

    public static bool SaysAppPassword(string text) => Says(text, AppPassword);

    public static bool SaysRelay(string text) => Says(text, Relay);

    public static bool SaysSender(string text) => Says(text, Sender);

    public static bool SaysSecureFirst(string text) => Says(text, SecureFirst);

    public static bool SaysSwitchedOff(string text) => Says(text, SwitchedOff);

    public static bool SaysWrongCredentials(string text) => Says(text, WrongCredentials);

    private static bool Says(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
