using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>Creates a password certificate and chooses it. Stored secrets keep their certificate.</summary>
[Cmdlet(VerbsCommon.New, "MailPasswordCertificate", SupportsShouldProcess = true)]
[OutputType(typeof(ChosenCertificate))]
public sealed class NewMailPasswordCertificateCommand : StoreCmdlet, IWritesOnRequest
{
    /// <summary>The size of the RSA key in bits: 2048, 3072 (the default) or 4096.</summary>
    [Parameter]
    [WholeNumber]
    public int? Bits { get; set; }

    /// <summary>The number of years until it expires: 1 to 30, 10 by default.</summary>
    [Parameter]
    [WholeNumber]
    public int? Years { get; set; }

    /// <summary>The name shown in certificate lists (stored only on Windows).</summary>
    [Parameter]
    public string? FriendlyName { get; set; }

    /// <summary>The distinguished name; <c>CN=EmailSettings passwords (HOST)</c> by default.</summary>
    [Parameter]
    public string? Subject { get; set; }

    /// <summary>The certificate store: CurrentUser (the default) or, on Windows, LocalMachine.</summary>
    [Parameter]
    public StoreLocation Location { get; set; } = StoreLocation.CurrentUser;

    /// <summary>Returns the certificate.</summary>
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
