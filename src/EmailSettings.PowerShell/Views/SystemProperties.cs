using System.Globalization;
using System.Management.Automation;
using EmailSettings.Core.Presentation;
using static EmailSettings.PowerShell.Views.PropertyText;

namespace EmailSettings.PowerShell.Views;

/// <summary>Properties for the views of settings, secrets, certificates, rights, changes and files.</summary>
internal static class SystemProperties
{
    public static object? Path(PSObject item) => Escaped(item, "Path");

    public static object? Account(PSObject item) => Escaped(item, "Account");

    public static object? Host(PSObject item) => Escaped(item, "Host");

    public static object? Subject(PSObject item) => Escaped(item, "Subject");

    public static object? FriendlyName(PSObject item) => Escaped(item, "FriendlyName");

    public static object? FoundIn(PSObject item) => Escaped(item, "FoundIn");

    public static object? Purpose(PSObject item) => Escaped(item, "Purpose");

    public static object? Principal(PSObject item) => Escaped(item, "Principal");

    public static object? Location(PSObject item) => Escaped(item, "Location");

    public static object? Store(PSObject item) => Escaped(item, "Store");

    public static object? Refusal(PSObject item) => Escaped(item, "Refusal");

    public static object? Left(PSObject item) => Escaped(item, "Left");

    public static object? Right(PSObject item) => Escaped(item, "Right");

    public static object? Basic(PSObject settings) => Part(settings, "Basic") is { } basic
        ? $"{Text(basic, "BodyCharset")}, {Text(basic, "SentEncoding")}, attachments {Text(basic, "AttachmentEncodings")}, incoming mail up to {Text(basic, "MaxIncomingSizeKB")} KB"
        : "";

    public static object? Attachments(PSObject settings)
    {
        if (Part(settings, "Attachments") is not { } attachments) return "";
        var to = Is(attachments, "SaveToFolder") ? $"to {Escaped(attachments, "Folder")} from {Text(attachments, "MinimumFileSizeBytes")} bytes on" : "to the database";
        return $"{to}{(Is(attachments, "SaveAsMime") ? ", MIME saved" : "")}{(Is(attachments, "RestartRequired") ? ", " + Colored("restart required", Tone.Doubtful) : "")}";
    }

    public static object? Folder(PSObject settings) => PartText(settings, "Attachments", "Folder");

    public static object? TooLarge(PSObject settings) => PartText(settings, "ErrorTexts", "TooLarge");

    public static object? NoBody(PSObject settings) => PartText(settings, "ErrorTexts", "NoBody");

    public static object? ServerCount(PSObject settings) => Items(settings, "IncomingServers").Count() is var count and > 0 ? Digits(count) : "none";

    public static object? IncomingCount(PSObject settings) => Items(settings, "IncomingServers").Count();

    public static object? ServerLines(PSObject settings) => Items(settings, "IncomingServers")
        .Select(server => $"{ServerLine(server)}{(IsService(server) ? $", secret {Text(server, "SecretState")}" : "")}").ToArray();

    public static object? Servers(PSObject settings) => string.Join('\n', Items(settings, "IncomingServers").Select(ServerLine));

    public static object? Outgoing(PSObject settings)
    {
        if (Part(settings, "OutgoingServer") is not { } server) return "";
        if (!Is(server, "Host")) return Is(server, "Enabled") ? "on" : "off";
        var login = Text(server, "Authentication") switch
        {
            "Basic" => $"Basic as {Escaped(server, "ServerUser")}, password {Text(server, "PasswordState")}",
            "OAuthService" => $"OAuthService as {Escaped(server, "ServerUser")}, secret {Text(server, "SecretState")}",
            var other => other,
        };
        return $"{Endpoint(server)}{(Is(server, "UseSsl") ? ", SSL" : "")}, {login}{(Is(server, "Enabled") ? "" : ", off")}";
    }

    public static object? OutgoingInShort(PSObject settings) =>
        Part(settings, "OutgoingServer") is { } server && Is(server, "Host") ? $"{Endpoint(server)}, {Text(server, "Authentication")}" : "";

    public static object? Sms(PSObject settings) => $"password {PartText(settings, "SmsServer", "PasswordState")}";

    public static object? Certificate(PSObject settings) =>
        Part(settings, "Certificate") is { } certificate ? $"{Escaped(certificate, "Subject")}, {Text(certificate, "Thumbprint")}" : "none chosen";

    public static object? CertificateThumbprint(PSObject item) => PartText(item, "Certificate", "Thumbprint");

    public static object? CertificateNote(PSObject result) => Is(result, "CertificateCreated")
        ? "A password certificate was created: back it up with Export-MailPasswordCertificate."
        : "The existing password certificate is used.";

    public static object? HealthStatus(PSObject result) => Status(Part(result, "Health"));

    public static object? SettingsRevision(PSObject result) => Part(result, "Settings") is { } settings ? Value(settings, "Revision") : null;

    public static object? StillToEnter(PSObject result) => Items(result, "StillToEnter").Any() ? Joined(result, "StillToEnter") : "nothing";

    public static object? StillToEnterInLine(PSObject result) => Joined(result, "StillToEnter");

    public static object? StillToEnterLines(PSObject result) => Joined(result, "StillToEnter", "\n");

    public static object? SecretState(PSObject secret) =>
        Colored(StateOf(secret, Is(secret, "IsSet")));

    public static object? SecretCertificate(PSObject secret) => Text(secret, "Thumbprint") is { Length: > 0 } thumbprint
        ? Colored(Validity.OfSecretCertificate(thumbprint, (int?)Number(secret, "CertificateDaysLeft")))
        : "";

    public static object? CertificateDaysLeft(PSObject certificate) => Number(certificate, "DaysLeft") is { } days ? Colored(Validity.OfCertificate((int)days)) : "";

    public static object? HostsWithoutKey(PSObject certificate) => Joined(certificate, "HostsWithoutKey");

    public static object? ReportSecrets(PSObject report) =>
        Joined(report, "Secrets", "\n", secret => $"{Text(secret, "Purpose")}: {StateOf(secret, isSet: true).Text}");

    public static object? ForAccount(PSObject report)
    {
        var answer = Value(report, "ForAccountMayUseKey") switch { true => "may use the key", false => "may not use the key", _ => "unknown" };
        return $"{Text(report, "ForAccount")}: {answer}";
    }

    public static object? ToReEnter(PSObject item) => Joined(item, "ToReEnter");

    public static object? ToReEnterCount(PSObject item) => Items(item, "ToReEnter").Count();

    public static object? Reprotected(PSObject item) => Joined(item, "Reprotected");

    public static object? ReprotectedCount(PSObject item) => Items(item, "Reprotected").Count();

    public static object? NoLongerNeeded(PSObject item) => Joined(item, "NoLongerNeeded");

    public static object? ChangeSummary(PSObject record) =>
        Is(record, "Refusal") ? $"refused: {Escaped(record, "Refusal")}" : Joined(record, "Changes", ", ", change => Text(change, "Path"));

    public static object? ChangeLines(PSObject record) => Joined(record, "Changes", "\n", change => $"{Text(change, "Path")}: {Text(change, "From")} -> {Text(change, "To")}");

    public static object? Through(PSObject right) => Joined(right, "Through");

    public static object? Locked(PSObject right) => Joined(right, "Locked");

    private static Cell StateOf(PSObject secret, bool isSet) =>
        Validity.OfSecret(isSet, Value(secret, "Decrypts") as bool?, Value(secret, "Problem") as string, (int?)Number(secret, "DaysLeft"));

    private static string ServerLine(PSObject server) => $"{Escaped(server, "Name")}: {Text(server, "Authentication")}";

    private static bool IsService(PSObject server) => Text(server, "Authentication") == "OAuthService";

    private static string Endpoint(PSObject server) => $"{Text(server, "Host")}{(Is(server, "HostInAscii") ? $" ({Text(server, "HostInAscii")})" : "")}:{Text(server, "Port")}";

    private static string PartText(PSObject item, string part, string name) => Part(item, part) is { } found ? Escaped(found, name) : "";

    private static string Digits(long number) => number.ToString(CultureInfo.InvariantCulture);
}
