using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Changes.History;

/// <summary>What takes a change back.</summary>
/// <param name="Change">The steps of the change on top.</param>
/// <param name="Warnings">A warning for each secret that the undone change took away or replaced.</param>
internal sealed record UndoPlan(SettingsChange Change, IReadOnlyList<Finding> Warnings);
