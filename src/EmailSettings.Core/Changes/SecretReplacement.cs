using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>A stored secret and the same protected for another certificate.</summary>
/// <param name="Purpose">Its purpose, as people write it.</param>
/// <param name="Before">As it was stored when it was re-encrypted.</param>
/// <param name="After">As it is to be stored.</param>
internal sealed record SecretReplacement(string Purpose, StoredSecret Before, StoredSecret After);
