using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Hosting;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Certificates;

/// <summary>Chooses the password certificate: by thumbprint, by a unique subject, or from a file.</summary>
[Cmdlet(VerbsCommon.Set, "MailPasswordCertificate", SupportsShouldProcess = true, DefaultParameterSetName = ByThumbprint)]
[OutputType(typeof(ChosenCertificate), typeof(ChangeResult))]
public sealed class SetMailPasswordCertificateCommand : PipedCmdlet, IWritesOnRequest
{
    private const string ByThumbprint = "Thumbprint";
    private const string BySubject = "Subject";
    private const string FromFile = "Path";

    /// <summary>The thumbprint of a certificate in CurrentUser\My or LocalMachine\My.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ByThumbprint)]
    [ArgumentCompleter(typeof(CertificateCompleter))]
    public string Thumbprint { get; set; } = "";

    /// <summary>A distinguished name or common name that only one certificate has.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySubject)]
    [ArgumentCompleter(typeof(CertificateSubjectCompleter))]
    public string Subject { get; set; } = "";

    /// <summary>
    /// A PFX file, imported into the user's certificate store if it has a passphrase and used in place otherwise, or a PEM
    /// certificate.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = FromFile)]
    [Alias("PSPath", "FullName")]
    public string Path { get; set; } = "";

    /// <summary>The PEM file with the private key, if it is not in the certificate's file.</summary>
    [Parameter(ParameterSetName = FromFile)]
    public string? KeyPath { get; set; }

    /// <summary>The passphrase of the PFX file; never stored.</summary>
    [Parameter(ParameterSetName = FromFile)]
    public SecureString? Passphrase { get; set; }

    /// <summary>Returns the certificate.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool ReportsUnusablePiped => true;

    private protected override void Run()
    {
        var result = Choose();
        if (!PassThru) return;
        if (!result.WhatIf) WriteRecords(Session.Certificates.ReadChosen()!);
        else if (IsWhatIf) WriteObject(result);
    }

    // A piped certificate may have a path besides its thumbprint.
    private ChangeResult Choose()
    {
        if (Subject.Length > 0) return Session.Certificates.Choose(Subject, OperationHost);
        if (Thumbprint.Length > 0) return Session.Certificates.Choose(Thumbprint, OperationHost);
        return Path.Length > 0 ? ChooseFile() : throw PipedParameters.Unmatched(this, Piped, [nameof(Thumbprint), nameof(Path)]);
    }

    private ChangeResult ChooseFile()
    {
        using var passphrase = Passphrase is null ? null : SecretText.FromSecureString(Passphrase);
        return Session.Certificates.ChooseFile(FilePath(Path), KeyPath is null ? null : FilePath(KeyPath), passphrase, OperationHost);
    }
}
