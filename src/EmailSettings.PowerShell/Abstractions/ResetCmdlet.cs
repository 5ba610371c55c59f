using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that resets fields of a block: those of all piped objects in one change.</summary>
public abstract class ResetCmdlet : PipedChangeCmdlet
{
    private readonly List<string> _names = [];
    private bool _resetsAll;

    /// <summary>The block.</summary>
    private protected abstract SettingBlock Block { get; }

    /// <summary>The names of the fields of the call or of a piped object; null for all.</summary>
    private protected abstract IReadOnlyList<string>? Names { get; }

    /// <summary>Reads the block after the change.</summary>
    private protected abstract object Read();

    private protected sealed override void Run()
    {
        if (Names is { } names) _names.AddRange(names);
        else if (Piped is null) _resetsAll = true;
        else throw PipedParameters.Unmatched(this, Piped, ["Field"]);
    }

    private protected sealed override void Close()
    {
        if (!_resetsAll && _names.Count == 0) return;
        if (Apply(Block.Title, new ChangeStep.Reset(Block, _resetsAll ? null : _names)) && PassThru) WriteRecords(Read());
    }
}
