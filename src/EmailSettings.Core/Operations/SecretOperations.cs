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
/// Protects and opens texts, and tells what is stored. Storing and removing are changes of <see cref="SettingsOperations"/>.
/// </summary>
public sealed class SecretOperations
{
    private const StoreParts Parts = SecretReprotection.Parts;

    private readonly ISettingsStore _store;
    private readonly AccessGuard _guard;
    private readonly CertificateFinder _finder;
    private readonly TimeProvider _clock;
    private readonly SecretReprotection _reprotection;

    internal SecretOperations(ISettingsStore store, AccessGuard guard, CertificateFinder finder, WriteGate gate, TimeProvider clock)
    {
        _reprotection = new SecretReprotection(store, finder, guard, gate, clock);
        _store = store;
        _guard = guard;
        _finder = finder;
        _clock = clock;
    }

    /// <summary>
    /// Every purpose that can hold a secret under the settings in force, and every stored secret: a calendar, with the
    /// soonest end of a client secret or a certificate first.
    /// </summary>
    /// <param name="toReEnter">Only what must be entered again, because it does not open here.</param>
    public IReadOnlyList<StoredSecretInfo> List(bool toReEnter = false) => new StoredSecretList(_finder, _guard, _clock).Of(_guard.Read(Parts), toReEnter);

    /// <summary>
    /// The purpose, bound to where its secret would go now: shown to whoever enters it, and handed on with it, it keeps the
    /// secret from being stored for anything else.
    /// </summary>
    /// <exception cref="EmailSettingsException"> <see cref="AccessErrors.RightMissing"/> to enter it,
    /// <see cref="SettingsErrors.IncomingServerNotFound"/>, or <see cref="SecretErrors.PurposeUnknown"/> for one that is never
    /// stored. </exception>
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

    /// <summary>The same for a secret that is entered together with a change: where it would go once that is made.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="change">The change without the secret.</param>
    /// <exception cref="EmailSettingsException">The change would be refused, or
    /// <see cref="AccessErrors.RightMissing"/>.</exception>
    public SecretPurpose WithTarget(SecretPurpose purpose, SettingsChange change)
    {
        _guard.Require([.. ChangeOperations.Of(change), OperationTable.ChangingSecret(purpose.Kind)]);
        return new ChangePlanner(_finder, _guard, _clock).Bound(_store.Read(ChangePlanner.PartsFor(change)), change, purpose);
    }

    /// <summary>A session that protects and opens many texts with certificates opened once. The caller disposes it.</summary>
    public SecretSession Open() => new(_store.Read(Parts), _finder, _guard, _clock);

    /// <summary>
    /// Re-encrypts every stored secret to the chosen certificate: all in one transaction, each proven to open first. Doing it
    /// again goes on with what is left.
    /// </summary>
    /// <param name="skipUndecryptable">Go on without the secrets that do not open here, and list them.</param>
    /// <param name="host">The front.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SettingsFindings.Undecryptable"/> for each secret that does not open (nothing is changed then), or
    /// <see cref="StoreErrors.ChangedMeanwhile"/>.
    /// </exception>
    public ReprotectResult Reprotect(bool skipUndecryptable, IOperationHost host) => _reprotection.Run(skipUndecryptable, host);

    /// <summary>
    /// Writes a settings document whose secrets are protected for another system's certificate. The store is not changed.
    /// </summary>
    /// <param name="certificateFile">The other certificate, <c>.cer</c>; its public part is enough.</param>
    /// <param name="documentFile">File to be made, for its owner alone; never overwritten.</param>
    /// <param name="skipUndecryptable">Leave out the secrets that do not open here, and list them.</param>
    /// <param name="host">The front.</param>
    /// <exception cref="EmailSettingsException">As <see cref="Reprotect"/>, or the files cannot be used.</exception>
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
