using System.Management.Automation;
using EmailSettings.Core.Health;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>
/// The health of the password certificate on this host and of every secret that depends on it, as one plain object that
/// <c>Invoke-Command</c> brings back whole.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "MailPasswordCertificate")]
[OutputType(typeof(CertificateReport))]
public sealed class TestMailPasswordCertificateCommand : EmailSettingsCmdlet
{
    /// <summary>Certificates and client secrets that end within so many days are warnings.</summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    [WholeNumber]
    public int DaysBefore { get; set; } = 30;

    /// <summary>Another account, such as that of a service: may it use the private key?</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ForAccount { get; set; }

    private protected override void Run() => WriteObject(Session.Certificates.Test(DaysBefore, ForAccount));
}
