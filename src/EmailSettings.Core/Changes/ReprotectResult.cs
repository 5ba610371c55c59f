namespace EmailSettings.Core.Changes;

/// <summary>The result of re-encrypting the stored secrets, done or simulated.</summary>
/// <param name="Thumbprint">The certificate that protects the secrets afterwards, upper-case hex.</param>
/// <param name="Reprotected">The purposes of the re-encrypted secrets; decryption of each was verified.</param>
/// <param name="Unchanged">The number of secrets already protected with it.</param>
/// <param name="ToReEnter">The purposes of the secrets that cannot be decrypted and must be re-entered.</param>
/// <param name="Revision">The revision of the store afterwards.</param>
/// <param name="WhatIf">Whether nothing was written because of WhatIf or a declined confirmation.</param>
public sealed record ReprotectResult(
    string Thumbprint, IReadOnlyList<string> Reprotected, int Unchanged, IReadOnlyList<string> ToReEnter, long Revision, bool WhatIf)
{
    /// <summary>
    /// The thumbprints of previous certificates that no stored secret needs any longer. Older backups still need them.
    /// </summary>
    public IReadOnlyList<string> NoLongerNeeded { get; init; } = [];
}
