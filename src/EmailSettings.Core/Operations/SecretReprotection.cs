using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using EmailSettings.Core.Errors;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Operations;

/// <summary>
/// Re-encrypts stored secrets. To the chosen certificate: in one transaction, each secret proven to open with the new
/// key before anything is written, so that at every moment each secret opens with the certificate the store names for it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="finder">Looks certificates up.</param>
/// <param name="actor">Who, for the history.</param>
/// <param name="clock">When, for the history.</param>
internal sealed class SecretReprotection(ISettingsStore store, CertificateFinder finder, Actor actor, TimeProvider clock)
{
    public const StoreParts Parts = StoreParts.Certificate | StoreParts.Secrets | StoreParts.Incoming | StoreParts.Outgoing;

    private const string Activity = "Re-encrypting stored secrets";

    /// <summary>Re-encrypts every secret that is not protected with the chosen certificate yet.</summary>
    public ReprotectResult Run(bool skipUndecryptable, IOperationHost host)
    {
        var state = store.Read(Parts);
        using var vault = new CertificateVault(state, finder, clock);
        var target = vault.OpenChosen(state.Certificate);
        target.ProveKey();
        var due = state.Secrets.Values.Where(secret => secret.Thumbprint != target.Info.Thumbprint).ToList();
        var work = Reencrypt(state, vault, due, target, prove: true, skipUndecryptable, host);
        var unchanged = state.Secrets.Count - due.Count;
        var names = work.Done.Select(done => done.Purpose).Order(StringComparer.Ordinal).ToList();
        if (work.Done.Count == 0) return new ReprotectResult(target.Info.Thumbprint, names, unchanged, work.Lost, state.Revision, false);

        if (!host.Confirm($"{work.Done.Count} stored secrets ({Shown(names)})", $"re-encrypt them to certificate {target.Info.Thumbprint}"))
            return new ReprotectResult(target.Info.Thumbprint, names, unchanged, work.Lost, state.Revision, true);
        var revision = Commit(state, work.Done, target.Info.Thumbprint, host);
        return new ReprotectResult(target.Info.Thumbprint, names, unchanged, work.Lost, revision, false);
    }

    /// <summary>Re-encrypts every secret for another certificate without touching the store.</summary>
    /// <param name="state">A reading with <see cref="Parts"/>.</param>
    /// <param name="target">The other certificate; its public part is enough.</param>
    /// <param name="skipUndecryptable">Go on without the secrets that do not open here.</param>
    /// <param name="host">The front.</param>
    public (IReadOnlyDictionary<SecretKey, StoredSecret> Secrets, IReadOnlyList<string> Purposes, IReadOnlyList<string> Lost) For(
        StoredState state, PasswordCertificate target, bool skipUndecryptable, IOperationHost host)
    {
        using var vault = new CertificateVault(state, finder, clock);
        var work = Reencrypt(state, vault, [.. state.Secrets.Values], target, prove: false, skipUndecryptable, host);
        return (work.Done.ToDictionary(done => done.After.Key, done => done.After), [.. work.Done.Select(done => done.Purpose).Order(StringComparer.Ordinal)], work.Lost);
    }

    private static Work Reencrypt(
        StoredState state, CertificateVault vault, List<StoredSecret> due, PasswordCertificate target, bool prove, bool skipUndecryptable, IOperationHost host)
    {
        vault.OpenAll(due);
        var done = new ConcurrentBag<Reencrypted>();
        var lost = new ConcurrentBag<(string Purpose, EmailSettingsException Error)>();
        var count = 0;
        var options = new ParallelOptions { CancellationToken = host.Cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        foreach (var batch in due.Chunk(64))
        {
            Parallel.ForEach(batch, options, secret =>
            {
                var purpose = StoredSecrets.PurposeOf(state, secret.Key);
                try
                {
                    if (purpose is null) throw SecretErrors.SecretNotFound.Error(value: secret.Key);
                    done.Add(Reencrypt(vault, secret, purpose, target, prove));
                }
                catch (EmailSettingsException e)
                {
                    lost.Add((purpose?.ToString() ?? secret.Key.ToString(), e));
                }
            });
            count += batch.Length;
            if (due.Count > 64) host.Progress(Activity, count, due.Count);
        }
        if (!lost.IsEmpty && !skipUndecryptable) throw Undecryptable(lost);
        return new Work([.. done], [.. lost.Select(secret => secret.Purpose).Order(StringComparer.Ordinal)]);
    }

    private static Reencrypted Reencrypt(CertificateVault vault, StoredSecret secret, SecretPurpose purpose, PasswordCertificate target, bool prove)
    {
        using var text = vault.Unprotect(secret, purpose);
        var after = secret with { ProtectedText = SecretProtector.Protect(target, purpose, text), Thumbprint = target.Info.Thumbprint };
        if (prove)
        {
            using var proof = SecretProtector.Unprotect(target, purpose, after.ProtectedText);
            if (!CryptographicOperations.FixedTimeEquals(proof.Span, text.Span)) throw SecretErrors.ProtectedTextAltered.Error(purpose.ToString());
        }
        return new Reencrypted(purpose.ToString(), secret, after);
    }

    private long Commit(StoredState state, IReadOnlyList<Reencrypted> done, string thumbprint, IOperationHost host)
    {
        var writes = done.Select(secret => (StoreWrite)new StoreWrite.PutSecret(secret.After)).ToList();
        var changes = done.OrderBy(secret => secret.Purpose, StringComparer.Ordinal)
            .Select(secret => new FieldChange($"{StoredSecrets.PathOf(state, secret.After.Key)}.thumbprint", secret.Before.Thumbprint, thumbprint)).ToList();
        var basis = state.Revision;
        while (true)
        {
            host.Cancellation.ThrowIfCancellationRequested();
            try
            {
                return store.Commit(new StoreCommit(basis, writes, new ChangeRecord(0, clock.GetUtcNow(), actor.Account, actor.Front, changes)));
            }
            catch (StoreConflictException conflict)
            {
                var now = store.Read(Parts);
                var touched = done.Where(secret => now.Secrets.GetValueOrDefault(secret.Before.Key)?.ProtectedText != secret.Before.ProtectedText)
                    .Select(secret => secret.Purpose).ToList();
                if (now.Certificate?.Thumbprint != thumbprint) touched.Add("certificate");
                if (touched.Count > 0)
                {
                    throw StoreErrors.ChangedMeanwhile.Error(Shown(touched), conflict.Actual,
                        conflict.Expected.ToString(CultureInfo.InvariantCulture), inner: conflict);
                }
                basis = now.Revision;
            }
        }
    }

    private static EmailSettingsException Undecryptable(IEnumerable<(string Purpose, EmailSettingsException Error)> lost) => new(
        [.. lost.OrderBy(secret => secret.Purpose, StringComparer.Ordinal)
            .Select(secret => SecretErrors.SecretUndecryptable.At(secret.Purpose, secret.Purpose, detail: secret.Error.Code.Id))]);

    private static string Shown(List<string> names) =>
        names.Count <= 5 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(5))} and {names.Count - 5} more";

    private sealed record Reencrypted(string Purpose, StoredSecret Before, StoredSecret After);

    private sealed record Work(IReadOnlyList<Reencrypted> Done, IReadOnlyList<string> Lost);
}
