using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.ServerTests.Replies;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.ServerTests;

/// <summary>
/// Explains what a mail server said, found again in lines of a log, a bounce message or another program; or an id of ours. A
/// reply may come over several lines, so that piped lines are explained together at the end. Asks nobody.
/// </summary>
[Cmdlet(VerbsDiagnostic.Resolve, "MailServerReply")]
[OutputType(typeof(ReplyExplanation), typeof(FindingExplanation))]
public sealed class ResolveMailServerReplyCommand : EmailSettingsCmdlet
{
    private readonly List<string> _lines = [];

    /// <summary>What the server said, in one or several lines; or an id such as <c>Tls.Name</c>.</summary>
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
