using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Changes;

/// <summary>A requested change; its steps are applied atomically.</summary>
/// <param name="Target">What is changed, for confirmation, for example <c>basic settings</c>.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record SettingsChange(string Target, IReadOnlyList<ChangeStep> Steps)
{
    /// <summary>Faults found while building the change, reported together with later ones.</summary>
    public IReadOnlyList<Finding> Faults { get; init; } = [];
}
