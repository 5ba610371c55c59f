namespace EmailSettings.Core.Storage;

/// <summary>Everything that a backup brings.</summary>
/// <param name="State">Settings and secrets. Places of certificates are each system's own matter, so there is no certificate in
/// it.</param>
/// <param name="Certificate">Thumbprint of the chosen password certificate, 40 upper-case hex digits; null where none was
/// chosen.</param>
/// <param name="History">The history, newest first.</param>
public sealed record StoreContent(StoredState State, string? Certificate, IReadOnlyList<ChangeRecord> History);
