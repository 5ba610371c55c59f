using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>Changes the outgoing mail server; fields that are not specified stay unchanged.</summary>
[Cmdlet(VerbsCommon.Set, "OutgoingMailServer", SupportsShouldProcess = true)]
[OutputType(typeof(OutgoingMailServer), typeof(ChangeResult))]
public sealed class SetOutgoingMailServerCommand : OAuthFieldsCmdlet
{
    /// <summary>Whether the server is used for outgoing mail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? Enabled { get; set; }

    /// <summary>The host name or IP address; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Host")]
    [KeepNull]
    public string? MailHost { get; set; }

    /// <summary>The TCP port.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? Port { get; set; }

    /// <summary>Whether to secure the connection: implicit TLS on 465, STARTTLS on any other port.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? UseSsl { get; set; }

    /// <summary>The authentication.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    [ArgumentCompleter(typeof(OutgoingAuthenticationCompleter))]
    public string? Authentication { get; set; }

    /// <summary>The user name for Basic, or the mailbox that sends for OAuthService; null clears it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    public string? ServerUser { get; set; }

    /// <summary>The password, for Basic; null removes it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SecretInput]
    public SecureString? Password { get; set; }

    /// <summary>The user name and password together, for Basic, instead of ServerUser and Password.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public PSCredential? Credential { get; set; }

    /// <summary>The maximum mail size that the server accepts, in MB; null for no limit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MaxEmailSizeMB { get; set; }

    /// <summary>The maximum number of recipients, To, Cc and Bcc together; null for no limit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MaxRecipients { get; set; }

    /// <summary>The maximum attachment size that the server accepts, in MB; null for no limit.</summary>
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
