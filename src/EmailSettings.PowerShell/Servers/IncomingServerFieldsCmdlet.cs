using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>A cmdlet that sets fields of an incoming mail server.</summary>
public abstract class IncomingServerFieldsCmdlet : OAuthFieldsCmdlet
{
    /// <summary>The name of the server, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Whether to log in as a user (OAuthUser) or as a service (OAuthService).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    [ArgumentCompleter(typeof(IncomingAuthenticationCompleter))]
    public string? Authentication { get; set; }

    private protected sealed override SettingBlock Block => SettingBlocks.Incoming;

    private protected void Assign(ServerMatch match)
    {
        if (Apply(TargetOf(Name), fields => new ChangeStep.AssignServer(Name, match, fields)) && PassThru) WriteRecords(Session.Settings.ReadIncomingServer(Name));
    }

    internal static string TargetOf(string name) => $"incoming mail server '{DisplayText.Shorten(name)}'";
}
