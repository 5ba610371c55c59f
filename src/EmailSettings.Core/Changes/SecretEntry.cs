using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Changes;

/// <summary>A secret set or removed by a change, before it is protected.</summary>
/// <param name="Purpose">The purpose, not yet bound to a target.</param>
/// <param name="Text">The plaintext; the caller disposes it.</param>
/// <param name="ProtectedText">An already protected text; if <paramref name="Text"/> is null too, the secret is removed.</param>
/// <param name="Path">The location in faults.</param>
/// <param name="Line">The 1-based line in the source document, if any.</param>
internal sealed record SecretEntry(SecretPurpose Purpose, SecretText? Text, string? ProtectedText, string Path, int? Line = null)
{
    public bool IsRemoval => Text is null && ProtectedText is null;
}
