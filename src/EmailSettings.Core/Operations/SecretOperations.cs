using EmailSettings.Core.Documents;
using EmailSettings.Core.Errors;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>Protects and opens texts, and tells what is stored. Storing and removing are changes of <see cref="SettingsOperations"/>.</summary>
public sealed class SecretOperations
{
    private const StoreParts Parts = SecretReprotection.Parts;

    private readonly ISettingsStore _store;
    private readonly CertificateFinder _finder;
    private readonly TimeProvider _clock;
    private readonly SecretReprotection _reprotection;

    internal SecretOperations(ISettingsStore store, CertificateFinder finder, Actor actor, TimeProvider clock)
    {
        _reprotection = new SecretReprotection(store, finder, actor, clock);
        _store = store;
        _finder = finder;
        _clock = clock;
    }

    /// <summary>
    /// Every purpose that can hold a secret under the settings in force, and every stored secret: a calendar, with the
    /// soonest end of a client secret or a certificate first.
    /// </summary>
    /// <param name="toReEnter">Only what must be entered again, because it does not open here.</param>
    public IReadOnlyList<StoredSecretInfo> List(bool toReEnter = false) => List(_store.Read(Parts), toReEnter);

    /// <inheritdoc cref="List(bool)"/>
    internal IReadOnlyList<StoredSecretInfo> List(StoredState state, bool toReEnter = false)
    {
        using var vault = new CertificateVault(state, _finder, _clock);
        var stored = new StoredSecrets(state);
        return [.. Keys(state).Select(key => Describe(state, stored, vault, key)).Where(info => !toReEnter || info.MustBeReentered)
            .OrderBy(info => info.SoonestEnd).ThenBy(info => info.Purpose, StringComparer.Ordinal)];
    }

    /// <summary>A session that protects and opens many texts with certificates opened once. The caller disposes it.</summary>
    public SecretSession Open() => new(_store.Read(Parts), _finder, _clock);

    /// <summary>
    /// Re-encrypts every stored secret to the chosen certificate: all in one transaction, each proven to open first. Doing it
    /// again goes on with what is left.
    /// </summary>
    /// <param name="skipUndecryptable">Go on without the secrets that do not open here, and list them.</param>
    /// <param name="host">The front.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.SecretUndecryptable"/> for each secret that does not open (nothing is changed then), or
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
        using var target = PasswordCertificate.FromPublicFile(certificateFile);
        var state = _store.Read(StoreParts.All);
        var (secrets, purposes, lost) = _reprotection.For(state, target, skipUndecryptable, host);
        var document = DocumentWriter.Write(state, secrets, target.Info.Thumbprint);
        if (!host.Confirm(documentFile, $"write the settings with {Counted.Of(purposes.Count, "secret")} protected for certificate {target.Info.Thumbprint}"))
            return new ReprotectResult(target.Info.Thumbprint, purposes, 0, lost, state.Revision, true);
        DocumentFile.WriteNew(documentFile, document.Span);
        host.Verbose($"Wrote the settings with {Counted.Of(purposes.Count, "secret")} protected for certificate {target.Info.Thumbprint} to {documentFile}.");
        return new ReprotectResult(target.Info.Thumbprint, purposes, 0, lost, state.Revision, false);
    }

    private static IEnumerable<SecretKey> Keys(StoredState state)
    {
        var wanted = new List<SecretKey> { SecretKey.SmsPassword };
        if (state.OutgoingServer.Authentication == Settings.OutgoingAuthentication.Basic) wanted.Add(SecretKey.OutgoingPassword);
        if (state.OutgoingServer.Authentication == Settings.OutgoingAuthentication.OAuthService) wanted.Add(SecretKey.OutgoingSecret);
        wanted.AddRange(state.IncomingServers
            .Where(server => server.Authentication == Settings.IncomingAuthentication.OAuthService)
            .Select(server => SecretKey.Incoming(server.Id)));
        return wanted.Union(state.Secrets.Keys);
    }

    private StoredSecretInfo Describe(StoredState state, StoredSecrets stored, CertificateVault vault, SecretKey key)
    {
        var purpose = stored.PurposeOf(key);
        var expires = stored.ExpiresOf(key);
        var daysLeft = expires?.DayNumber - DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime).DayNumber;
        var name = purpose?.ToString() ?? key.ToString();
        if (!state.Secrets.TryGetValue(key, out var secret))
        {
            var isLost = key == SecretKey.SmsPassword && state.Certificate is { } chosen && !vault.IsHere(chosen);
            return new StoredSecretInfo(name, false, null, null, null, expires, daysLeft) { Problem = isLost ? SecretErrors.CertificateMissing.Id : null };
        }

        var problem = Problem(vault, secret, purpose);
        // One that opens without the certificate it names opens with the chosen one, its renewal.
        var certificate = (vault.FindFor(secret) ?? (problem is null ? vault.OpenChosen(state.Certificate) : null))?.Info;
        return new StoredSecretInfo(name, true, secret.Thumbprint, problem is null, secret.Since, expires, daysLeft)
        {
            CertificateExpires = certificate?.NotAfter,
            CertificateDaysLeft = certificate?.DaysLeft(_clock),
            Problem = problem,
        };
    }

    private static string? Problem(CertificateVault vault, StoredSecret secret, SecretPurpose? purpose)
    {
        if (purpose is null) return SecretErrors.SecretNotFound.Id;
        try
        {
            vault.Unprotect(secret, purpose).Dispose();
            return null;
        }
        catch (EmailSettingsException e)
        {
            return e.Code.Id;
        }
    }
}
