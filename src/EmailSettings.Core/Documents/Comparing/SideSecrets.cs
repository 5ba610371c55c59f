using EmailSettings.Core.Access;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>Opens the secrets of one side; certificates are looked up with the first one that must be opened.</summary>
/// <param name="side">The side.</param>
/// <param name="open">Gives the certificates for its secrets.</param>
internal sealed class SideSecrets(ComparedSide side, Func<StoredState, CertificateVault> open) : IDisposable
{
    private readonly StoredSecrets _stored = new(side.State);
    private CertificateVault? _vault;

    /// <summary>The secret as it is protected; null where it is kept nowhere.</summary>
    public string? ProtectedText(SecretKey key) => side.State.Secrets.GetValueOrDefault(key)?.ProtectedText;

    /// <summary>
    /// Opens a secret; null where it is kept nowhere, or its target is not known. The caller disposes the result.
    /// </summary>
    /// <exception cref="EmailSettingsException">It does not open here.</exception>
    public SecretText? Open(SecretKey key)
    {
        if (!side.State.Secrets.TryGetValue(key, out var secret) || _stored.PurposeOf(key) is not { } purpose) return null;
        _vault ??= open(side.State);
        return _vault.UnprotectEarlier(secret, purpose, OperationTable.UnprotectSecret).Text;
    }

    public void Dispose() => _vault?.Dispose();
}
