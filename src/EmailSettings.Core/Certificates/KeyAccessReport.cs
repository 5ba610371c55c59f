namespace EmailSettings.Core.Certificates;

/// <summary>Whether another account may use the private key of a certificate.</summary>
/// <param name="Account">The checked account; on Windows as <c>DOMAIN\name</c>.</param>
/// <param name="KeyFile">The key file whose access control list or mode was read; the store if it is not a separate file.</param>
/// <param name="MayRead">True if the account, or a group that contains every account, has access; false if not; null if it
/// depends on whether the account belongs to one of <paramref name="Through"/>.</param>
/// <param name="Through">The accounts and groups that give it access, or might, by name.</param>
/// <param name="NextStep">The exact step that gives the account access; null if it has access.</param>
public sealed record KeyAccessReport(string Account, string KeyFile, bool? MayRead, IReadOnlyList<string> Through, string? NextStep);
