namespace EmailSettings.Core.Storage;

/// <summary>The content of a backup.</summary>
/// <param name="State">Settings and secrets. Certificate locations differ between systems, so there are none.</param>
/// <param name="Certificate">The thumbprint of the chosen password certificate, 40 upper-case hex digits; null if none is
/// chosen.</param>
/// <param name="History">The history, newest first.</param>
public sealed record StoreContent(StoredState State, string? Certificate, IReadOnlyList<ChangeRecord> History);
