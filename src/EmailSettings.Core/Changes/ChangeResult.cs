using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>What a change did, or would do.</summary>
/// <param name="Changed">The fields that changed; empty where everything had its value already.</param>
/// <param name="Revision">The store's revision afterwards.</param>
/// <param name="WhatIf">True where nothing was written because the front said so.</param>
/// <param name="Warnings">What deserves a word.</param>
public sealed record ChangeResult(IReadOnlyList<FieldChange> Changed, long Revision, bool WhatIf, IReadOnlyList<Finding> Warnings);
