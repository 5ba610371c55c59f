using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Reports;

/// <summary>Summarizes a stage in one line.</summary>
internal static class StageSummary
{
    /// <summary>Returns its worst finding, otherwise why it was skipped, otherwise the most important facts.</summary>
    public static string Of(StageReport stage)
    {
        if (stage.SkipReason is { } reason) return reason;
        var worst = stage.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) ?? stage.Findings.FirstOrDefault(finding => finding.Severity == Severity.Warning);
        if (worst is null) return Of(stage.Facts);
        var others = stage.Findings.Count(finding => finding.Severity > Severity.Info) - 1;
        return others == 0 ? worst.Id : string.Create(CultureInfo.InvariantCulture, $"{worst.Id} and {others} more");
    }

    private static string Of(FactRecord? facts) => facts switch
    {
        SettingsStageFacts settings => Join(Login(settings), Tls(settings.Tls)),
        SecretStageFacts secret => Join(secret.Source, secret.Purpose, secret.NotAfter is { } end ? $"certificate until {Iso8601.Day(end)}" : null),
        DnsFacts dns => dns.IsLiteral ? "an IP address" : string.Join(", ", dns.Addresses),
        ConnectFacts connect => connect.Remote?.ToString() ?? "",
        TlsFacts tls => Join(tls.Protocol?.ToString(), tls.CipherSuite?.ToString(), tls.Chain.Count > 0 ? $"certificate until {Iso8601.Day(tls.Chain[0].NotAfter)}" : null),
        GreetingFacts greeting => greeting.Line ?? "",
        SmtpCapabilities offered => Join(Limit(offered), offered.EightBitMime ? "8BITMIME" : null, Auth(offered.AuthMechanisms)),
        ImapCapabilities offered => Join(Auth(offered.AuthMechanisms), offered.Idle ? "IDLE" : null),
        StartTlsFacts startTls => startTls.ServerText ?? "",
        TokenFacts token => Join($"for {token.For}", Rights(token), token.ExpiresAt is { } end ? string.Create(CultureInfo.InvariantCulture, $"until {end.UtcDateTime:HH:mm:ss}Z") : null),
        AuthenticateFacts login => Join(login.Mechanism, login.ServerText),
        MailboxStageFacts mailbox => Join(mailbox.Via, mailbox.Messages is { } count ? Quantity.Of(count, "message") : null),
        LimitsStageFacts limits => string.Create(CultureInfo.InvariantCulture, $"{(limits.ServerMaxBytes is null ? "the server announces no limit, the settings allow" : "the server and the settings allow")} {limits.EffectiveMailBytes:N0} bytes"),
        SenderDomainStageFacts domain => Join(domain.Domain, domain.MailServers.Count > 0 ? "MX" : null, domain.Spf.Count > 0 ? "SPF" : null, domain.Dmarc is null ? null : $"DMARC {domain.DmarcPolicy}"),
        EnvelopeStageFacts envelope => envelope.RecipientReply ?? envelope.SenderReply ?? "",
        MessageStageFacts message => message.Reply ?? (message.FoundAgain is true ? "found again" : ""),
        QuitStageFacts quit => quit.ServerText ?? "",
        _ => "",
    };

    private static string Login(SettingsStageFacts settings) => settings.Authentication switch
    {
        null => "",
        TestAuthentication.Anonymous => "no login",
        { } authentication => "login " + authentication.ToString(),
    };

    private static string? Tls(TlsMode? mode) => mode switch
    {
        TlsMode.Implicit => "implicit TLS",
        TlsMode.StartTls => "TLS after STARTTLS",
        TlsMode.None => "no TLS",
        _ => null,
    };

    private static string? Limit(SmtpCapabilities offered) =>
        offered.MaxSizeBytes is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"SIZE {bytes:N0}") : offered.Size ? "SIZE" : null;

    private static string? Auth(IReadOnlyList<string> mechanisms) => mechanisms.Count == 0 ? null : $"AUTH {string.Join(' ', mechanisms)}";

    private static string? Rights(TokenFacts token) => token.Roles.Count + token.Scopes.Count == 0 ? null : string.Join(' ', token.Roles.Concat(token.Scopes));


    private static string Join(params ReadOnlySpan<string?> parts)
    {
        var present = new List<string>();
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part)) present.Add(part);
        }
        return string.Join(", ", present);
    }
}
