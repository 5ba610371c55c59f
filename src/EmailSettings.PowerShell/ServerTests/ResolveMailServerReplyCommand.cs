using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>
/// Explains a mail server's reply, found in lines of a log, a bounce message or another program's output; or one of our ids. A
/// reply may span several lines, so piped lines are explained together at the end. Contacts no server.
/// </summary>
[Cmdlet(VerbsDiagnostic.Resolve, "MailServerReply")]
[OutputType(typeof(ReplyExplanation), typeof(FindingExplanation))]
public sealed class ResolveMailServerReplyCommand : EmailSettingsCmdlet
{
    private readonly List<string> _lines = [];

    /// <summary>The server's reply, in one or more lines; or an id such as <c>Tls.Name</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] Reply { get; set; } = [];

    private protected override void Run()
    {
        foreach (var line in Reply)
        {
            if (FindingExplanations.Find(line) is { } known) WriteObject(known);
            else _lines.Add(line);
        }
    }

    private protected override void Close()
    {
        if (_lines.Count == 0) return;
        var found = ReplyExplainer.Explain(string.Join('\n', _lines));
        if (found.Count == 0) throw ServerTestErrors.ReplyMissing.Error();
        WriteObject(found, enumerateCollection: true);
    }
}
