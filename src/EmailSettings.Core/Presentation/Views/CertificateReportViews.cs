using EmailSettings.Core.Health;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of the certificate's health on one host.</summary>
public static class CertificateReportViews
{
    /// <summary>Shows the certificate, the stored secrets and the findings.</summary>
    public static View Of(CertificateReport report, Front front) => new(Values(report, front), () => PageOf(report, front));

    private static NamedValue[] Values(CertificateReport report, Front front) =>
    [
        new("status", report.Status), new("hostName", report.HostName), new("account", report.Account), new("time", Moment(report.Time)),
        .. Facts(report, front),
        new("secrets", report.Secrets.Select(Values)), new("findings", report.Findings.Select(finding => FindingViews.Values(finding, front))),
    ];

    private static NamedValue[] Facts(CertificateReport report, Front front) =>
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
        new("forAccountNextStep", report.ForAccountNextStep is { } step ? front.StepOf(step) : null),
    ];

    private static NamedValue[] Values(SecretHealth secret) =>
    [
        new("purpose", secret.Purpose), new("thumbprint", secret.Thumbprint), new("depends", secret.Depends), new("decrypts", secret.Decrypts),
        new("problem", secret.Problem), new("expires", Day(secret)), new("daysLeft", secret.DaysLeft),
    ];

    private static Page PageOf(CertificateReport report, Front front)
    {
        var page = new Page().Add($"Password certificate on {report.HostName}, as {report.Account}", Facts(report, front));
        var secrets = new Table();
        foreach (var secret in report.Secrets)
        {
            secrets.Add(Cell.Of(secret.Purpose), Validity.OfSecret(isSet: true, secret.Decrypts, secret.Problem, secret.DaysLeft),
                Cell.Of(secret.Depends ? "chosen certificate" : secret.Thumbprint));
        }
        if (report.Secrets.Count > 0) page.Heading("Stored secrets").Add(secrets);

        var findings = new Table();
        foreach (var finding in report.Findings) findings.Add(finding, front);
        return page.Heading($"Health: {report.Status}").Add(findings);
    }

    private static DateTimeOffset? Moment(DateTime? time) => time is { } utc ? new DateTimeOffset(utc) : null;

    private static DateOnly? Day(SecretHealth secret) => secret.Expires is { } time ? DateOnly.FromDateTime(time) : null;
}
