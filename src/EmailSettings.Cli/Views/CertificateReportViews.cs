using EmailSettings.Cli.Output;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Views;

/// <summary>The health of the certificate on one host.</summary>
internal static class CertificateReportViews
{
    public static View Of(CertificateReport report) => new(
        (Row[])
        [
            new("status", report.Status), new("hostName", report.HostName), new("account", report.Account), new("time", Moment(report.Time)),
            .. Facts(report),
            new("secrets", report.Secrets.Select(Rows)), new("findings", report.Findings.Select(Rows)),
        ], page => Write(page, report));

    /// <summary>What a report says to the shell: warnings pass.</summary>
    public static int CodeOf(CertificateReport report) => report.Status == nameof(CheckStatus.Failed) ? ExitCode.CheckFailed : ExitCode.Done;

    private static Row[] Facts(CertificateReport report) =>
    [
        new("thumbprint", report.Thumbprint),
        new("subject", report.Subject),
        new("foundIn", report.FoundIn),
        new("notBefore", Moment(report.NotBefore)),
        new("notAfter", Moment(report.NotAfter)),
        new("daysLeft", report.DaysLeft),
        new("keySize", report.KeySize),
        new("keyUsages", report.KeyUsages),
        new("isForDocumentEncryption", report.IsForDocumentEncryption),
        new("keyPresent", report.KeyPresent),
        new("keyUsable", report.KeyUsable),
        new("keyExportable", report.KeyExportable),
        new("sameSubject", report.SameSubject),
        new("hostsWithoutKey", report.HostsWithoutKey),
        new("toReEnter", report.ToReEnter),
        new("forAccount", report.ForAccount),
        new("forAccountMayUseKey", report.ForAccountMayUseKey),
        new("forAccountNextStep", report.ForAccountNextStep is { } step ? CommandLineWording.First(step) : null),
    ];

    private static IReadOnlyList<Row> Rows(SecretHealth secret) =>
    [
        new("purpose", secret.Purpose), new("thumbprint", secret.Thumbprint), new("depends", secret.Depends), new("decrypts", secret.Decrypts),
        new("problem", secret.Problem), new("expires", Day(secret)), new("daysLeft", secret.DaysLeft),
    ];

    private static IReadOnlyList<Row> Rows(Finding finding) =>
        [new("id", finding.Id), new("severity", finding.Severity.ToString()), new("cause", finding.Cause), new("nextStep", finding.CommandLineStep)];

    private static void Write(TextPage page, CertificateReport report)
    {
        page.Rows($"Password certificate on {report.HostName}, as {report.Account}", Facts(report));
        var secrets = new Table();
        foreach (var secret in report.Secrets)
        {
            secrets.Add(Cell.Of(secret.Purpose),
                secret.Decrypts ? Cell.Of("decrypts", Tone.Good) : Cell.Of($"does not decrypt ({secret.Problem})", Tone.Bad),
                Cell.Of(secret.Depends ? "chosen certificate" : secret.Thumbprint));
        }
        if (report.Secrets.Count > 0) page.Heading("Stored secrets").Add(secrets);

        var findings = new Table();
        foreach (var finding in report.Findings)
        {
            findings.Add(Cell.Of(finding.Severity, Tones.Of(finding.Severity)), Cell.Of($"{finding.Id}: {finding.Cause}"));
            findings.Add(Cell.Of(""), Cell.Of($"Next: {finding.CommandLineStep}"));
        }
        page.Heading($"Health: {report.Status}").Add(findings);
    }

    private static DateTimeOffset? Moment(DateTime? time) => time is { } utc ? new DateTimeOffset(utc) : null;

    private static DateOnly? Day(SecretHealth secret) => secret.Expires is { } time ? DateOnly.FromDateTime(time) : null;
}
