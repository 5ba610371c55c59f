using EmailSettings.Core.Access;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>Decrypts the secrets of one side; certificates are looked up only when needed.</summary>
/// <param name="side">The side.</param>
/// <param name="open">Returns the certificates for its secrets.</param>
internal sealed class SideSecrets(ComparedSide side, Func<StoredState, CertificateVault> open) : IDisposable
{
    private readonly StoredSecrets _stored = new(side.State);
    private CertificateVault? _vault;

    /// <summary>Returns the protected text of a secret; null if it is not kept.</summary>
    public string? ProtectedText(SecretKey key) => side.State.Secrets.GetValueOrDefault(key)?.ProtectedText;

    /// <summary>Decrypts a secret; null if it is not kept or its target is unknown. The caller disposes the result.</summary>
    /// <exception cref="EmailSettingsException">It cannot be decrypted.</exception>
    public SecretText? Open(SecretKey key)
    {
        if (!side.State.Secrets.TryGetValue(key, out var secret) || _stored.PurposeOf(key) is not { } purpose) return null;
        _vault ??= open(side.State);
        return _vault.UnprotectEarlier(secret, purpose, OperationTable.UnprotectSecret).Text;
    }

    public void Dispose() => _vault?.Dispose();
}
