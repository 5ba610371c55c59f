using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Operations;

/// <summary>
/// Protects and decrypts texts, and lists stored secrets. Storing and removing are changes of <see cref="SettingsOperations"/>.
/// </summary>
public sealed class SecretOperations
{
    private const StoreParts Parts = SecretReprotector.Parts;

    private readonly ISettingsStore _store;
    private readonly AccessGuard _guard;
    private readonly CertificateFinder _finder;
    private readonly TimeProvider _clock;
    private readonly SecretReprotector _reprotection;

    internal SecretOperations(ISettingsStore store, AccessGuard guard, CertificateFinder finder, WriteGate gate, TimeProvider clock)
    {
        _reprotection = new SecretReprotector(store, finder, guard, gate, clock);
        _store = store;
        _guard = guard;
        _finder = finder;
        _clock = clock;
    }

    /// <summary>
    /// Lists every purpose that can have a secret with the current settings, and every stored secret, the soonest expiry of
    /// client secret or certificate first.
    /// </summary>
    /// <param name="toReEnter">Whether to list only secrets that must be re-entered.</param>
    public IReadOnlyList<StoredSecretInfo> List(bool toReEnter = false) => new StoredSecretList(_finder, _guard, _clock).Of(_guard.Read(Parts), toReEnter);

    /// <summary>
    /// Binds a purpose to its current target. Shown at the prompt and passed on with the secret, it prevents the secret from
    /// being stored for another target.
    /// </summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="AccessErrors.RightMissing"/> for setting it, <see cref="SettingsErrors.IncomingServerNotFound"/>, or
    /// <see cref="SecretErrors.PurposeUnknown"/> for one that is never stored.
    /// </exception>
    public SecretPurpose WithTarget(SecretPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        if (purpose.Kind == SecretPurposeKind.Text) throw SecretErrors.PurposeUnknown.Error("purpose", purpose);
        _guard.Require(OperationTable.ChangingSecret(purpose.Kind));
        var stored = new StoredSecrets(_store.Read(StoreParts.Incoming | StoreParts.Outgoing));
        return stored.KeyOf(purpose) is { } key && stored.PurposeOf(key) is { } bound
            ? bound
            : throw SettingsErrors.IncomingServerNotFound.Error(purpose.ToString(), purpose.ServerName);
    }

    /// <summary>Binds the purpose of a secret entered together with a change to its target after the change.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="change">The change without the secret.</param>
    /// <exception cref="EmailSettingsException">
    /// The change would be refused, or <see cref="AccessErrors.RightMissing"/>.
    /// </exception>
    public SecretPurpose WithTarget(SecretPurpose purpose, SettingsChange change)
    {
        _guard.Require([.. ChangeOperations.Of(change), OperationTable.ChangingSecret(purpose.Kind)]);
        return new ChangePlanner(_finder, _guard, _clock).Bound(_store.Read(ChangePlanner.PartsFor(change)), change, purpose);
    }

    /// <summary>
    /// Opens a session that protects and decrypts many texts, opening certificates only once. The caller disposes it.
    /// </summary>
    public SecretSession Open() => new(_store.Read(Parts | StoreParts.Access), _finder, _guard, _clock);

    /// <summary>
    /// Re-encrypts every stored secret for the chosen certificate in one transaction, after verifying decryption of each.
    /// Repeating it continues with the remaining ones.
    /// </summary>
    /// <param name="skipUndecryptable">Whether to skip secrets that cannot be decrypted, and list them.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SettingsFindings.Undecryptable"/> for each secret that cannot be decrypted (then nothing is changed), or
    /// <see cref="StoreErrors.ChangedMeanwhile"/>.
    /// </exception>
    public ReprotectResult Reprotect(bool skipUndecryptable, IOperationHost host) => _reprotection.Run(skipUndecryptable, host);

    /// <summary>
    /// Writes a settings document whose secrets are protected for another system's certificate. The store is not changed.
    /// </summary>
    /// <param name="certificateFile">The other certificate, <c>.cer</c>; a public one is enough.</param>
    /// <param name="documentFile">The file to create, accessible only to its owner; never overwritten.</param>
    /// <param name="skipUndecryptable">Whether to omit secrets that cannot be decrypted, and list them.</param>
    /// <param name="host">The front end.</param>
    /// <exception cref="EmailSettingsException">As for <see cref="Reprotect"/>, or the files cannot be used.</exception>
    public ReprotectResult ReprotectFor(string certificateFile, string documentFile, bool skipUndecryptable, IOperationHost host)
    {
        _guard.Require(OperationTable.Reencrypt);
        using var target = PasswordCertificate.FromPublicFile(certificateFile);
        var state = _store.Read(StoreParts.All);
        var (secrets, purposes, lost) = _reprotection.For(state, target, skipUndecryptable, host);
        var document = DocumentWriter.Write(state, secrets, target.Info.Thumbprint);
        if (!host.Confirm(documentFile, $"write the settings with {Quantity.Of(purposes.Count, "secret")} protected for certificate {target.Info.Thumbprint}"))
            return new ReprotectResult(target.Info.Thumbprint, purposes, 0, lost, state.Revision, true);
        DocumentFile.WriteNew(documentFile, document.Span);
        host.Verbose($"Wrote the settings with {Quantity.Of(purposes.Count, "secret")} protected for certificate {target.Info.Thumbprint} to {documentFile}.");
        return new ReprotectResult(target.Info.Thumbprint, purposes, 0, lost, state.Revision, false);
    }
}
