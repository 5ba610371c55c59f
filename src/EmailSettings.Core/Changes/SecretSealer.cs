using System.Security.Cryptography;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Changes;

/// <summary>Protects the secrets of a change with the certificate chosen after the change.</summary>
/// <param name="draft">The change; receives warnings.</param>
/// <param name="finder">Finds certificates.</param>
/// <param name="guard">Checks rights.</param>
/// <param name="clock">The clock.</param>
internal sealed class SecretSealer(ChangeDraft draft, CertificateFinder finder, AccessGuard guard, TimeProvider clock) : IDisposable
{
    private readonly CertificateVault _vault = new(draft.Before, finder, guard, clock);

    /// <summary>Whether texts are only validated, not protected, because the certificate does not exist yet.</summary>
    public bool ValidatesOnly { get; init; }

    /// <summary>Protects a text.</summary>
    /// <exception cref="EmailSettingsException">No usable certificate, or an invalid text.</exception>
    public StoredSecret Seal(SecretKey key, SecretPurpose purpose, SecretText text)
    {
        purpose.Check(text);
        if (ValidatesOnly) return new StoredSecret(key, "", null, clock.GetUtcNow());
        var secret = _vault.Protect(draft.Certificate, key, purpose, text);
        draft.Warnings.AddRange(_vault.OpenChosen(draft.Certificate).Info.DateWarnings(clock).Except(draft.Warnings));
        return secret;
    }

    /// <summary>Validates an already protected text as far as this host can; warns if it cannot.</summary>
    /// <exception cref="EmailSettingsException">It is not a protected text, or has another purpose.</exception>
    public StoredSecret Accept(SecretKey key, SecretPurpose purpose, string protectedText)
    {
        var certificate = _vault.FindFor(protectedText, draft.Certificate);
        if (certificate is { Info.HasPrivateKey: true })
            Open(certificate, purpose, protectedText);
        else
            draft.Warn(SettingsWarnings.SecretUnverified, purpose.ToString(), purpose, detail: SecretProtector.RecipientOf(protectedText).ToString());
        return new StoredSecret(key, protectedText, certificate?.Info.Thumbprint, clock.GetUtcNow());
    }

    /// <summary>
    /// Returns whether an outgoing secret protected without a target equals the stored one, as far as this host can decrypt both:
    /// then its target is known.
    /// </summary>
    public bool IsStored(SecretKey key, string protectedText)
    {
        if (!draft.Before.Secrets.TryGetValue(key, out var secret)) return false;
        if (secret.ProtectedText == protectedText) return true;
        var purpose = new StoredSecrets(draft.Before).PurposeOf(key)!;
        try
        {
            var operation = OperationTable.ChangingSecret(key.Kind);
            using var given = _vault.Unprotect(new StoredSecret(key, protectedText, null, secret.Since), purpose.WithoutTarget, operation);
            using var stored = _vault.UnprotectEarlier(secret, purpose, operation).Text;
            return CryptographicOperations.FixedTimeEquals(stored.Span, given.Span);
        }
        catch (EmailSettingsException)
        {
            return false;
        }
    }

    public void Dispose() => _vault.Dispose();

    // A secret from an earlier version's document has no target and is not sent until it is bound.
    private void Open(PasswordCertificate certificate, SecretPurpose purpose, string protectedText)
    {
        try
        {
            SecretProtector.Unprotect(certificate, purpose, protectedText).Dispose();
        }
        catch (EmailSettingsException e) when (e.Code == SecretErrors.SecretWithoutTarget)
        {
            draft.Warn(e.Faults[0]);
        }
    }
}
