using System.Management.Automation;
using EmailSettings.Core.Diagnosis;

namespace EmailSettings.PowerShell;

/// <summary>Looks at the health of everything that needs no server: store, settings, certificate, secrets.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EmailSettings")]
[OutputType(typeof(HealthReport))]
public sealed class TestEmailSettingsCommand : EmailSettingsCmdlet
{
    /// <summary>Certificates and client secrets that end within so many days are warnings.</summary>
    [Parameter]
    [ValidateRange(0, 36500)]
    public int DaysBefore { get; set; } = 30;

    private protected override void Run() => WriteObject(Session.Health.Check(DaysBefore));
}
