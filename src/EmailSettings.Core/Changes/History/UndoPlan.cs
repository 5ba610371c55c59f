using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Changes.History;

/// <summary>The plan to undo a change.</summary>
/// <param name="Change">The compensating change.</param>
/// <param name="Warnings">A warning for each secret that the undone change removed or replaced.</param>
internal sealed record UndoPlan(SettingsChange Change, IReadOnlyList<Finding> Warnings);
