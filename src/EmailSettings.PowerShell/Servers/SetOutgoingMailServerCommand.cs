using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Changes the outgoing mail server; what is not named stays as it is.</summary>
[Cmdlet(VerbsCommon.Set, "OutgoingMailServer", SupportsShouldProcess = true)]
[OutputType(typeof(OutgoingMailServer), typeof(ChangeResult))]
public sealed class SetOutgoingMailServerCommand : OAuthFieldsCmdlet
{
    /// <summary>The external server is used for outgoing mail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? Enabled { get; set; }

    /// <summary>Host name or IP address; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Host")]
    [KeepNull]
    public string? MailHost { get; set; }

    /// <summary>TCP port.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? Port { get; set; }

    /// <summary>Secure the connection: implicit TLS on 465, STARTTLS on any other port.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? UseSsl { get; set; }

    /// <summary>How to log in.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    [ArgumentCompleter(typeof(OutgoingAuthenticationCompleter))]
    public string? Authentication { get; set; }

    /// <summary>User name for Basic, the mailbox that sends for OAuthService; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? ServerUser { get; set; }

    /// <summary>The password, for Basic; null removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretInput]
    public SecureString? Password { get; set; }

    /// <summary>User name and password in one, for Basic: the same as ServerUser and Password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public PSCredential? Credential { get; set; }

    /// <summary>Largest mail the server takes, in MB; null: no limit set here.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MaxEmailSizeMB { get; set; }

    /// <summary>Most recipients of a mail, To, Cc and Bcc together; null: no limit set here.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MaxRecipients { get; set; }

    /// <summary>Largest attachment the server takes, in MB; null: no limit set here.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MaxAttachmentSizeMB { get; set; }

    private protected override SettingBlock Block => SettingBlocks.Outgoing;

    private protected override void Run()
    {
        if (Apply(Block.Title, fields => new ChangeStep.Assign(Block, [.. fields, .. CredentialFields()])) && PassThru) WriteRecords(Session.Settings.ReadOutgoingServer());
    }

    private IEnumerable<Assignment> CredentialFields() => Credential is null ? [] :
    [
        new Assignment(nameof(ServerUser), Credential.UserName),
        new Assignment(nameof(Password), SecretFor(Credential.Password)),
    ];
}
