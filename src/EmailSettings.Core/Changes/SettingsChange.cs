using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Changes;

/// <summary>A change as it is asked for: its steps are made all together or not at all.</summary>
/// <param name="Target">What is changed, as confirmation names it, for example <c>basic settings</c>.</param>
/// <param name="Steps">The steps, in order.</param>
public sealed record SettingsChange(string Target, IReadOnlyList<ChangeStep> Steps)
{
    /// <summary>Faults found while the change was put together, reported with those found later.</summary>
    public IReadOnlyList<Finding> Faults { get; init; } = [];
}
