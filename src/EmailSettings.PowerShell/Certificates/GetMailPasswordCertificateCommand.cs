using System.Management.Automation;
using EmailSettings.Core.Certificates;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>Gets the password certificate, if one is chosen, or every suitable certificate.</summary>
[Cmdlet(VerbsCommon.Get, "MailPasswordCertificate")]
[OutputType(typeof(ChosenCertificate))]
public sealed class GetMailPasswordCertificateCommand : StoreCmdlet
{
    /// <summary>Lists every suitable certificate in the certificate stores.</summary>
    [Parameter]
    public SwitchParameter Available { get; set; }

    private protected override void Run()
    {
        if (Available) WriteRecords([.. Session.Certificates.ListUsable()]);
        else if (Session.Certificates.ReadChosen() is { } chosen) WriteRecords(chosen);
    }
}
