using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>Makes a password certificate and chooses it. Stored secrets stay with the certificate they name.</summary>
[Cmdlet(VerbsCommon.New, "MailPasswordCertificate", SupportsShouldProcess = true)]
[OutputType(typeof(ChosenCertificate))]
public sealed class NewMailPasswordCertificateCommand : StoreCmdlet
{
    /// <summary>Size of the RSA key in bits: 2048, 3072 (the default) or 4096.</summary>
    [Parameter]
    [WholeNumber]
    public int? Bits { get; set; }

    /// <summary>Years until its end: 1 to 30, 10 by default.</summary>
    [Parameter]
    [WholeNumber]
    public int? Years { get; set; }

    /// <summary>Name shown in certificate lists (kept by Windows only).</summary>
    [Parameter]
    public string? FriendlyName { get; set; }

    /// <summary>Distinguished name; <c>CN=EmailSettings passwords (HOST)</c> by default.</summary>
    [Parameter]
    public string? Subject { get; set; }

    /// <summary>The certificate store it goes to: CurrentUser (the default) or, on Windows, LocalMachine.</summary>
    [Parameter]
    public StoreLocation Location { get; set; } = StoreLocation.CurrentUser;

    /// <summary>Writes the certificate.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Run()
    {
        var standard = new NewCertificateOptions();
        var options = new NewCertificateOptions
        {
            Bits = Bits ?? standard.Bits,
            Years = Years ?? standard.Years,
            FriendlyName = FriendlyName ?? standard.FriendlyName,
            Subject = Subject,
            Location = Location == StoreLocation.LocalMachine ? CertificateLocation.LocalMachine : CertificateLocation.CurrentUser,
        };
        if (Session.Certificates.Create(options, OperationHost) is { } made && PassThru) WriteRecords(made);
    }
}
