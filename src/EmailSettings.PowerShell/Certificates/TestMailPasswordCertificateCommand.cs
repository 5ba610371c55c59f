using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>
/// The health of the password certificate on this host and of every secret that depends on it, as one plain object that
/// <c>Invoke-Command</c> brings back whole.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "MailPasswordCertificate")]
[OutputType(typeof(CertificateReport), typeof(bool))]
public sealed class TestMailPasswordCertificateCommand : StoreCmdlet
{
    /// <summary>Certificates and client secrets that end within so many days are warnings.</summary>
    [Parameter]
    [ValidateRange(0, ExpiryWarning.MaxDaysBefore)]
    [WholeNumber]
    public int DaysBefore { get; set; } = ExpiryWarning.DaysBefore;

    /// <summary>Another account, such as that of a service: may it use the private key?</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ForAccount { get; set; }

    /// <summary>Gives one Boolean: true where the certificate and the secrets are as they should be, warnings aside.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Run()
    {
        var report = Session.Certificates.Test(DaysBefore, ForAccount);
        WriteObject(Quiet ? report.Status != nameof(CheckStatus.Failed) : report);
    }
}
