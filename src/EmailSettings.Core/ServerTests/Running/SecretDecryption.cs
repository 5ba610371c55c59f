using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Planning;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>Decrypts the secrets of concurrent tests in the same way as the platform; each certificate is opened once.</summary>
/// <param name="settings">The tested settings, whose certificate is used.</param>
/// <param name="finder">Finds certificates.</param>
/// <param name="guard">Checks rights.</param>
/// <param name="clock">The clock.</param>
internal sealed class SecretDecryption(TestedSettings settings, CertificateFinder finder, AccessGuard guard, TimeProvider clock) : IDisposable
{
    private readonly CertificateVault _vault = new(settings.Stored with { Certificate = settings.Certificate }, finder, guard, clock);

    /// <summary>Decrypts the stored or proposed secret. The caller disposes the text.</summary>
    /// <exception cref="EmailSettingsException">Errors of <see cref="SecretErrors"/>.</exception>
    public (SecretText Text, SecretStageFacts Facts) Open(SecretPlan plan)
    {
        var isProposed = plan.Proposed is not null;
        var secret = isProposed ? new StoredSecret(new SecretKey(plan.Purpose!.Kind), plan.Proposed!, null, default) : plan.Stored!;
        var text = _vault.Unprotect(secret, plan.Purpose!, OperationTable.TestingSecret(plan.Purpose!.Kind));
        // Its own certificate, or the renewed one that decrypted it instead.
        var certificate = (_vault.FindFor(secret) ?? _vault.OpenChosen(settings.Certificate)).Info;
        return (text, new SecretStageFacts
        {
            Purpose = DisplayText.Escape(plan.Purpose!.ToString()),
            Source = isProposed ? SettingsSource.Proposed : SettingsSource.Stored,
            Decrypted = true,
            Thumbprint = certificate.Thumbprint,
            Subject = DisplayText.Escape(certificate.Subject),
            NotBefore = certificate.NotBefore,
            NotAfter = certificate.NotAfter,
            Since = isProposed ? null : secret.Since,
            Expires = plan.Expires is { } expires ? Iso8601.Day(expires) : null,
        });
    }

    public void Dispose() => _vault.Dispose();
}
