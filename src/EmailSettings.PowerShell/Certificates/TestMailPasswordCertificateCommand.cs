using System.Management.Automation;
using EmailSettings.Core.Secrets;

namespace EmailSettings.PowerShell;

/// <summary>Looks at the password certificate: until when, is its key usable by this account, what depends on it.</summary>
[Cmdlet(VerbsDiagnostic.Test, "MailPasswordCertificate")]
[OutputType(typeof(CertificateHealthReport))]
public sealed class TestMailPasswordCertificateCommand : EmailSettingsCmdlet
{
    /// <summary>A certificate that ends within so many days is a warning.</summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    public int DaysBefore { get; set; } = 30;

    private protected override void Run() => WriteObject(Session.Certificates.Test(DaysBefore));
}
