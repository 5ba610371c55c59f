using System.Collections.Concurrent;
using System.Security.Cryptography;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Changes;

/// <summary>
/// Re-encrypts stored secrets. For the chosen certificate this is one transaction, and decryption of each with the new key is
/// verified before anything is written, so that every secret can always be decrypted with its recorded certificate. Outgoing
/// secrets that earlier versions protected without a target are bound to that of the store.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="finder">Finds certificates.</param>
/// <param name="guard">Checks rights.</param>
/// <param name="gate">Writes the secrets.</param>
/// <param name="clock">The clock.</param>
internal sealed class SecretReprotector(ISettingsStore store, CertificateFinder finder, AccessGuard guard, WriteGate gate, TimeProvider clock)
{
    public const StoreParts Parts = StoreParts.Certificate | StoreParts.Secrets | StoreParts.Incoming | StoreParts.Outgoing;

    private const string Activity = "Re-encrypting stored secrets";
    // Large, since a batch waits for its last secret; small enough for visible progress and prompt cancellation.
    private const int Batch = 256;

    /// <summary>
    /// Re-encrypts every secret not yet protected with the chosen certificate, and verifies that the others can be decrypted.
    /// </summary>
    public ReprotectResult Run(bool skipUndecryptable, IOperationHost host)
    {
        var state = store.Read(Parts | StoreParts.Sms | StoreParts.Access);
        guard.Require(state.Access, OperationTable.Reencrypt);
        using var vault = new CertificateVault(state, finder, guard, clock);
        var target = vault.OpenChosen(state.Certificate);
        target.VerifyKey();
        var thumbprint = target.Info.Thumbprint;
        var stored = new StoredSecrets(state);
        var work = Reencrypt(state, stored, vault, target, isForHere: true, skipUndecryptable, host);
        var result = new ReprotectResult(thumbprint, work.Purposes, state.Secrets.Count - work.Done.Count - work.Undecryptable.Count, work.Undecryptable, state.Revision, false)
        {
            NoLongerNeeded = work.Done.Select(done => done.Before.Thumbprint).OfType<string>().Distinct(StringComparer.Ordinal)
                .Except(work.UndecryptableThumbprints).Except([thumbprint]).Order(StringComparer.Ordinal).ToList(),
        };
        if (work.Done.Count == 0)
        {
            host.Verbose($"Nothing to re-encrypt: every secret that can be decrypted is already protected with certificate {thumbprint}.");
            return result;
        }
        var change = new SettingsChange(
            $"{Quantity.Of(work.Done.Count, "stored secret")} ({StoredSecrets.Shown(work.Purposes)})", [new ChangeStep.ReplaceSecrets(work.Done, thumbprint)]);
        var applied = gate.Apply(change, host, state);
        return result with { Revision = applied.Revision, WhatIf = applied.WhatIf };
    }

    /// <summary>Re-encrypts every secret for another certificate without changing the store.</summary>
    /// <param name="state">A snapshot with <see cref="Parts"/>.</param>
    /// <param name="target">The other certificate; a public one is enough.</param>
    /// <param name="skipUndecryptable">Whether to skip secrets that cannot be decrypted.</param>
    /// <param name="host">The front end.</param>
    public (IReadOnlyDictionary<SecretKey, StoredSecret> Secrets, IReadOnlyList<string> Purposes, IReadOnlyList<string> Undecryptable) For(
        StoredState state, PasswordCertificate target, bool skipUndecryptable, IOperationHost host)
    {
        using var vault = new CertificateVault(state, finder, guard, clock);
        var work = Reencrypt(state, new StoredSecrets(state), vault, target, isForHere: false, skipUndecryptable, host);
        foreach (var warning in work.Done.Select(done => done.Warning).OfType<Finding>()) host.Warn(warning);
        return (work.Done.ToDictionary(done => done.After.Key, done => done.After), work.Purposes, work.Undecryptable);
    }

    private static Work Reencrypt(
        StoredState state, StoredSecrets stored, CertificateVault vault, PasswordCertificate target, bool isForHere, bool skipUndecryptable, IOperationHost host)
    {
        var done = new ConcurrentBag<SecretReplacement>();
        var undecryptable = new ConcurrentBag<UndecryptableSecret>();
        var count = 0;
        var options = new ParallelOptions { CancellationToken = host.Cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
        foreach (var batch in state.Secrets.Values.Chunk(Batch))
        {
            // One at a time: each takes two private-key operations, and a batch waits for its last secret.
            Parallel.ForEach(Partitioner.Create(batch, EnumerablePartitionerOptions.NoBuffering), options, secret =>
            {
                var purpose = stored.PurposeOf(secret.Key);
                try
                {
                    if (purpose is null) throw SecretErrors.SecretNotFound.Error(value: secret.Key);
                    var (text, isBound) = vault.UnprotectEarlier(secret, purpose, OperationTable.Reencrypt);
                    using (text)
                    {
                        if (!isForHere || !isBound || secret.Thumbprint != target.Info.Thumbprint)
                            done.Add(new SecretReplacement(purpose.ToString(), secret, Reencrypt(text, secret, purpose, target, prove: isForHere), isBound ? null : purpose.Target));
                    }
                }
                catch (EmailSettingsException e)
                {
                    undecryptable.Add(new UndecryptableSecret(purpose?.ToString() ?? secret.Key.ToString(), secret.Thumbprint, e.Code.Id));
                }
            });
            count += batch.Length;
            if (state.Secrets.Count > Batch) host.Progress(Activity, count, state.Secrets.Count);
        }
        if (!undecryptable.IsEmpty && !skipUndecryptable) throw new EmailSettingsException(FindingsOf(undecryptable));
        foreach (var finding in FindingsOf(undecryptable)) host.Warn(finding with { Severity = Severity.Warning });
        return new Work([.. done.OrderBy(secret => secret.Purpose, StringComparer.Ordinal)], [.. undecryptable]);
    }

    private static StoredSecret Reencrypt(SecretText text, StoredSecret secret, SecretPurpose purpose, PasswordCertificate target, bool prove)
    {
        var after = secret with { ProtectedText = SecretProtector.Protect(target, purpose, text), Thumbprint = target.Info.Thumbprint };
        if (prove)
        {
            using var proof = SecretProtector.Unprotect(target, purpose, after.ProtectedText);
            if (!CryptographicOperations.FixedTimeEquals(proof.Span, text.Span)) throw SecretErrors.ProtectedTextAltered.Error(purpose.ToString());
        }
        return after;
    }

    private static List<Finding> FindingsOf(IEnumerable<UndecryptableSecret> secrets) => secrets.OrderBy(secret => secret.Purpose, StringComparer.Ordinal)
        .Select(secret => SettingsFindings.NotOpened(secret.Problem, secret.Purpose, secret.Purpose, secret.Problem)).ToList();

    /// <summary>A secret that cannot be decrypted, and the id of the error.</summary>
    private sealed record UndecryptableSecret(string Purpose, string? Thumbprint, string Problem);

    private sealed class Work(IReadOnlyList<SecretReplacement> done, IReadOnlyList<UndecryptableSecret> undecryptable)
    {
        public IReadOnlyList<SecretReplacement> Done => done;

        // Real lists, since PowerShell scripts cannot index those of collection expressions.
        public List<string> Purposes { get; } = done.Select(secret => secret.Purpose).Order(StringComparer.Ordinal).ToList();

        public List<string> Undecryptable { get; } = undecryptable.Select(secret => secret.Purpose).Order(StringComparer.Ordinal).ToList();

        public IEnumerable<string> UndecryptableThumbprints => undecryptable.Select(secret => secret.Thumbprint).OfType<string>();
    }
}
