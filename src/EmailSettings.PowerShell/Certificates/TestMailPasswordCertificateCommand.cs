using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Health;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>
/// Checks the health of the password certificate on this host and of every secret that depends on it. The result is a plain
/// object that <c>Invoke-Command</c> returns complete.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "MailPasswordCertificate")]
[OutputType(typeof(CertificateReport), typeof(bool))]
public sealed class TestMailPasswordCertificateCommand : StoreCmdlet, IAnswersQuietly
{
    /// <summary>The number of days before expiry at which certificates and client secrets cause a warning.</summary>
    [Parameter]
    [ValidateRange(0, ExpiryWarning.MaxDaysBefore)]
    [WholeNumber]
    public int DaysBefore { get; set; } = ExpiryWarning.DaysBefore;

    /// <summary>Another account, such as a service account, whose access to the private key is checked.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ForAccount { get; set; }

    /// <summary>Returns a Boolean: true if nothing failed; warnings are not failures.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Run()
    {
        var report = Session.Certificates.Test(DaysBefore, ForAccount);
        WriteObject(Quiet ? report.Status != nameof(CheckStatus.Failed) : report);
    }
}
