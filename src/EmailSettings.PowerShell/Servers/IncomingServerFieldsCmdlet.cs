using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Servers;

/// <summary>A cmdlet that gives fields of an incoming mail server new values.</summary>
public abstract class IncomingServerFieldsCmdlet : OAuthFieldsCmdlet
{
    /// <summary>Name of the server, without wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(IncomingServerCompleter))]
    public string Name { get; set; } = "";

    /// <summary>For a user (OAuthUser) or for a service (OAuthService).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    [ArgumentCompleter(typeof(IncomingAuthenticationCompleter))]
    public string? Authentication { get; set; }

    private protected void Assign(ServerMatch match)
    {
        var step = new ChangeStep.AssignServer(Name, match, BoundFields(SettingBlocks.Incoming));
        if (Apply(TargetOf(Name), step) && PassThru) WriteObject(Session.Settings.ReadIncomingServer(Name));
    }

    internal static string TargetOf(string name) => $"incoming mail server '{DisplayText.Shorten(name)}'";
}
