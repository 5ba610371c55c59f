using System.Management.Automation;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Documents;

/// <summary>Compares the settings with a document, another store, or an earlier state.</summary>
[Cmdlet(VerbsData.Compare, "EmailSettings", DefaultParameterSetName = DocumentSet)]
[OutputType(typeof(SettingsComparison), typeof(bool))]
public sealed class CompareEmailSettingsCommand : PipedCmdlet, IAnswersQuietly
{
    private const string DocumentSet = "Document";
    private const string StoreSet = "Store";
    private const string RevisionSet = "Revision";
    private const string TimeSet = "Time";

    /// <summary>The document to compare with: the right side.</summary>
    [Parameter(ParameterSetName = DocumentSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    public string Path { get; set; } = "";

    /// <summary>A document to use instead of the settings: the left side.</summary>
    [Parameter(ParameterSetName = DocumentSet)]
    [ValidateNotNullOrEmpty]
    public string? ReferencePath { get; set; }

    /// <summary>The path of another store to compare with.</summary>
    [Parameter(ParameterSetName = StoreSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string OtherStore { get; set; } = "";

    /// <summary>
    /// Compares the state after the change of that revision with the current settings; 0 is the state before the first change.
    /// </summary>
    [Parameter(ParameterSetName = RevisionSet, Mandatory = true)]
    [ValidateRange(0, long.MaxValue)]
    [WholeNumber]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    public long Revision { get; set; }

    /// <summary>Compares the settings at that time with the current ones.</summary>
    [Parameter(ParameterSetName = TimeSet, Mandatory = true)]
    public DateTime At { get; set; }

    /// <summary>Fields, blocks or servers to ignore; the wildcards are * and ?.</summary>
    [Parameter]
    public string[] Ignore { get; set; } = [];

    /// <summary>A file of such patterns, one per line; # starts a comment.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IgnorePath { get; set; }

    /// <summary>Returns a Boolean: true if nothing differs.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Run()
    {
        IReadOnlyList<PathPattern> patterns = [.. Ignore.Select(pattern => new PathPattern(pattern)), .. IgnorePath is null ? [] : IgnoreFile.Read(FilePath(IgnorePath))];
        using var other = ParameterSetName == StoreSet ? RunspaceSession.Current.OpenOther(FilePath(OtherStore)) : null;
        var (left, right) = Sides(other);
        var comparison = Session.Comparison.Compare(left, right, patterns, OperationHost);
        WriteObject(Quiet ? comparison.IsSame : comparison);
    }

    private (ComparisonSource Left, ComparisonSource Right) Sides(EmailSettingsSession? other) => ParameterSetName switch
    {
        RevisionSet => (new ComparisonSource.AtRevision(Revision), ComparisonSource.Now),
        TimeSet => (new ComparisonSource.AtTime(At), ComparisonSource.Now),
        StoreSet => (ComparisonSource.Now, other!.Comparison.AsSource()),
        _ => (ReferencePath is null ? ComparisonSource.Now : new ComparisonSource.Document(FilePath(ReferencePath)), new ComparisonSource.Document(FilePath(Path))),
    };
}
