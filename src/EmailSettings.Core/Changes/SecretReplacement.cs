using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A stored secret and its replacement, protected for another certificate or newly bound to its target.</summary>
/// <param name="Purpose">The purpose in its notation.</param>
/// <param name="Before">The stored secret.</param>
/// <param name="After">The replacement.</param>
/// <param name="NewTarget">The target that it is newly bound to; null if it was already bound.</param>
internal sealed record SecretReplacement(string Purpose, StoredSecret Before, StoredSecret After, string? NewTarget)
{
    /// <summary>A warning that shows the new target before it takes effect; null if there is none.</summary>
    public Finding? Warning => NewTarget is null ? null : SettingsWarnings.SecretBound.At(Purpose, Purpose, detail: NewTarget);
}
