using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Changes;

/// <summary>A secret that a change sets or removes, before it is protected.</summary>
/// <param name="Purpose">Purpose, not yet bound to a target.</param>
/// <param name="Text">The plaintext; the caller of the change disposes it.</param>
/// <param name="ProtectedText">A text that is protected already; null with a null <paramref name="Text"/> removes the
/// secret.</param>
/// <param name="Path">Where faults are said to be.</param>
/// <param name="Line">1-based line in the document it comes from, if any.</param>
internal sealed record SecretEntry(SecretPurpose Purpose, SecretText? Text, string? ProtectedText, string Path, int? Line = null)
{
    public bool IsRemoval => Text is null && ProtectedText is null;
}
