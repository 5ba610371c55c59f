namespace EmailSettings.Core.Changes;

/// <summary>What a re-encryption of the stored secrets did, or would do.</summary>
/// <param name="Thumbprint">Certificate the secrets are protected with afterwards, upper-case hex.</param>
/// <param name="Reprotected">Purposes of the secrets that were re-encrypted, each proven to open.</param>
/// <param name="Unchanged">Secrets that were protected with it already.</param>
/// <param name="ToReEnter">Purposes of the secrets that do not open here and must be entered again.</param>
/// <param name="Revision">The store's revision afterwards.</param>
/// <param name="WhatIf">True where nothing was written because the front said so.</param>
public sealed record ReprotectResult(
    string Thumbprint, IReadOnlyList<string> Reprotected, int Unchanged, IReadOnlyList<string> ToReEnter, long Revision, bool WhatIf)
{
    /// <summary>
    /// Thumbprints of the certificates the re-encrypted secrets named before, where no stored secret needs them any more.
    /// Backups made before still do.
    /// </summary>
    public IReadOnlyList<string> NoLongerNeeded { get; init; } = [];
}
