using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A stored secret and the same protected for another certificate, or bound to its target at last.</summary>
/// <param name="Purpose">Its purpose, as people write it.</param>
/// <param name="Before">As it was stored when it was re-encrypted.</param>
/// <param name="After">As it is to be stored.</param>
/// <param name="NewTarget">The target that it is bound to now; null where it was before.</param>
internal sealed record SecretReplacement(string Purpose, StoredSecret Before, StoredSecret After, string? NewTarget)
{
    /// <summary>
    /// Tells what the secret is bound to, so that whoever re-encrypts sees it before it counts; null where nothing is new.
    /// </summary>
    public Finding? Warning => NewTarget is null ? null : SettingsWarnings.SecretBound.At(Purpose, Purpose, detail: NewTarget);
}
