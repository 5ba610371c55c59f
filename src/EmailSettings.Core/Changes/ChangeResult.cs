using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>The result of a change, made or simulated.</summary>
/// <param name="Changed">The changed fields; empty if everything already had its value.</param>
/// <param name="Revision">The revision of the store afterwards.</param>
/// <param name="WhatIf">Whether nothing was written because of WhatIf or a declined confirmation.</param>
/// <param name="Warnings">Warnings.</param>
public sealed record ChangeResult(IReadOnlyList<FieldChange> Changed, long Revision, bool WhatIf, IReadOnlyList<Finding> Warnings);
