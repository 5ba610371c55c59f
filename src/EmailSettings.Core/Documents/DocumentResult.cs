using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Documents;

/// <summary>What parsing a settings document produces: the steps of a change, and structural faults.</summary>
/// <param name="take">Receives the steps, one by one.</param>
internal sealed class DocumentResult(Action<ChangeStep> take)
{
    private readonly FaultList _faults = [];

    /// <summary>The structural faults.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    public void Take(ChangeStep step) => take(step);

    public void Refuse(Finding fault) => _faults.Add(fault);

    /// <summary>Reports and skips an invalid value, to find the faults after it.</summary>
    public void PassOver(ref DocumentCursor json, string path, int line, string wanted)
    {
        Refuse(StoreErrors.DocumentShapeWrong.At(path, json.Kind, wanted) with { Line = line });
        json.Skip();
    }
}
