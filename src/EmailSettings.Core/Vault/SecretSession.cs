using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Vault;

/// <summary>Protects and decrypts many texts in one command, finding certificates and opening keys only once.</summary>
public sealed class SecretSession : IDisposable
{
    private readonly StoredState _state;
    private readonly StoredSecrets _stored;
    private readonly AccessGuard _guard;
    private readonly CertificateVault _vault;
    private readonly TimeProvider _clock;
    private bool _hasWarned;

    internal SecretSession(StoredState state, CertificateFinder finder, AccessGuard guard, TimeProvider clock)
    {
        _state = state;
        _stored = new StoredSecrets(state);
        _guard = guard;
        _vault = new CertificateVault(state, finder, guard, clock);
        _clock = clock;
    }

    /// <summary>Protects a text for a purpose with the chosen certificate.</summary>
    /// <returns>CMS text (RFC 5652) in PEM.</returns>
    /// <exception cref="EmailSettingsException">Errors of <see cref="SecretErrors"/>, or an unknown server.</exception>
    public string Protect(SecretPurpose purpose, SecretText text, IOperationHost host)
    {
        purpose.Check(text);
        var certificate = _vault.OpenChosen(_state.Certificate);
        WarnOnce(certificate, host);
        return SecretProtector.Protect(certificate, Bound(purpose), text);
    }

    /// <summary>Decrypts a protected text. The caller disposes the result.</summary>
    /// <exception cref="EmailSettingsException">Errors of <see cref="SecretErrors"/>, or an unknown server.</exception>
    public SecretText Unprotect(SecretPurpose purpose, string protectedText, IOperationHost host)
    {
        _guard.Require(_state.Access, OperationTable.Unprotecting(purpose.Kind));
        var envelope = SecretProtector.Decode(protectedText);
        var certificate = _vault.FindFor(SecretProtector.RecipientOf(envelope), _state.Certificate) ?? _vault.OpenChosen(_state.Certificate);
        WarnOnce(certificate, host);
        return SecretProtector.Unprotect(certificate, Bound(purpose), envelope);
    }

    /// <summary>Decrypts a stored secret. The caller disposes the result.</summary>
    /// <exception cref="EmailSettingsException">Errors of <see cref="SecretErrors"/>, or an unknown server.</exception>
    public SecretText UnprotectStored(SecretPurpose purpose, IOperationHost host)
    {
        _guard.Require(_state.Access, OperationTable.UnprotectSecret);
        var bound = Bound(purpose);
        if (_stored.KeyOf(purpose) is not { } key || !_state.Secrets.TryGetValue(key, out var secret))
            throw SecretErrors.SecretNotFound.Error("purpose", purpose);
        var text = _vault.Unprotect(secret, bound, OperationTable.UnprotectSecret);
        if (_vault.FindFor(secret) is { } certificate) WarnOnce(certificate, host);
        return text;
    }

    /// <summary>Closes the certificates.</summary>
    public void Dispose() => _vault.Dispose();

    private SecretPurpose Bound(SecretPurpose purpose)
    {
        if (purpose.Kind == SecretPurposeKind.Text || purpose.Target is not null) return purpose;
        if (_stored.KeyOf(purpose) is not { } key) throw SettingsErrors.IncomingServerNotFound.Error("purpose", purpose.ServerName);
        return _stored.PurposeOf(key)!;
    }

    private void WarnOnce(PasswordCertificate certificate, IOperationHost host)
    {
        if (_hasWarned) return;
        _hasWarned = true;
        foreach (var warning in certificate.Info.DateWarnings(_clock)) host.Warn(warning);
    }
}
