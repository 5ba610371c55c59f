using System.Management.Automation;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Operations;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Messages;

/// <summary>Shows how the settings would treat mail from files, without contacting a server.</summary>
[Cmdlet(VerbsDiagnostic.Test, "EmailMessage", DefaultParameterSetName = ByPath)]
[OutputType(typeof(JudgedMessage), typeof(MessageSummary))]
public sealed class TestEmailMessageCommand : WaitingCmdlet
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";
    private const string Activity = "Testing messages";
    private const string DetailedView = "EmailSettings.Core.Judging.JudgedMessage#Detailed";

    private readonly List<string> _paths = [];

    /// <summary>Mail files (.eml), mbox files, or folders of them; with wildcards.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = ByPath, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The same paths, without wildcards.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The piped object itself, for example a file, read through <see cref="Piped"/>.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Includes subfolders.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>The direction: Incoming or Outgoing.</summary>
    [Parameter]
    [ValidateSet("Incoming", "Outgoing")]
    public string Direction { get; set; } = "Incoming";

    /// <summary>A settings document to test under as if it had been imported.</summary>
    [Parameter]
    public string? SettingsPath { get; set; }

    /// <summary>A settings document to compare with.</summary>
    [Parameter]
    [Alias("CompareWith")]
    public string? CompareWithPath { get; set; }

    /// <summary>Returns only the counts.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Shows the setting behind each decision.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    private protected override PSObject? Piped => InputObject;

    private protected override void Run()
    {
        foreach (var path in LiteralPath) _paths.Add(FilePath(path));
        foreach (var path in Path) ReportFaults(() => _paths.AddRange(Resolve(path)));
    }

    private protected override void Close()
    {
        if (_paths.Count == 0) return;
        var request = new MessageTestRequest
        {
            Paths = _paths,
            Recurse = Recurse,
            Direction = Enum.Parse<MessageDirection>(Direction, ignoreCase: true),
            DocumentPath = SettingsPath is null ? null : FilePath(SettingsPath),
            CompareWithPath = CompareWithPath is null ? null : FilePath(CompareWithPath),
        };
        var messages = Session.Messages;
        Wait(() => TestAsync(messages, request));
    }

    private async Task TestAsync(MessageOperations messages, MessageTestRequest request)
    {
        MessageSummary? counts = null;
        var tested = messages.TestAsync(request, summary => counts = summary, (done, total) => OperationHost.Progress(Activity, done, total), Cancellation);
        await foreach (var message in tested.ConfigureAwait(false))
        {
            if (!Summary) await OnPipelineAsync(() => Write(message)).ConfigureAwait(false);
        }
        if (Summary) await OnPipelineAsync(() => WriteObject(counts)).ConfigureAwait(false);
        else OperationHost.Verbose(counts!.ToString());
    }

    // A path that matches nothing is kept, so that the fault names it.
    private string[] Resolve(string path)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(path)) return [FilePath(path)];
        string[] found = [.. SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)];
        return found.Length > 0 ? found : [FilePath(path)];
    }

    private void Write(JudgedMessage message)
    {
        var shown = PSObject.AsPSObject(message);
        if (Detailed) shown.TypeNames.Insert(0, DetailedView);
        WriteObject(shown);
    }
}
