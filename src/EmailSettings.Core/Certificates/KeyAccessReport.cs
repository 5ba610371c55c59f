namespace EmailSettings.Core.Certificates;

/// <summary>Whether another account may use the private key of a certificate.</summary>
/// <param name="Account">The account asked about; on Windows as <c>DOMAIN\name</c>.</param>
/// <param name="KeyFile">The file that holds the key and bears its access list or mode; the store where it is no file of its
/// own.</param>
/// <param name="MayRead">
/// True: the account, or a group that holds every account, is let in. False: nothing lets it in. Null: it depends on
/// whether the account belongs to one of <paramref name="Through"/>.
/// </param>
/// <param name="Through">The entries that let it in, or might: accounts and groups by name.</param>
/// <param name="NextStep">The exact step that gives the account access; null if it has it.</param>
public sealed record KeyAccessReport(string Account, string KeyFile, bool? MayRead, IReadOnlyList<string> Through, string? NextStep);
