using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Health;

/// <summary>
/// Tracks on which hosts the key of the password certificate is usable: every host with a mail component of the platform needs
/// it. Each host records its own result, and every host can report those without the key.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="host">The name of this host.</param>
/// <param name="clock">The clock.</param>
internal sealed class HostCertificates(ISettingsStore store, string host, TimeProvider clock)
{
    /// <summary>
    /// An unchanged result is not recorded again within this time, since reading a certificate should not write to the store.
    /// </summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // Even for a remote caller, the account of the process uses the key.
    private static string Account => PasswordCertificate.Account;

    /// <summary>Returns whether this host has recently recorded a result for this certificate.</summary>
    /// <inheritdoc cref="Record"/>
    public bool IsFresh(IReadOnlyList<HostCertificate> known, string thumbprint) => FreshOf(known, thumbprint) is not null;

    /// <summary>Records the result of this host, unless it is already recorded.</summary>
    /// <param name="known">The recorded results.</param>
    /// <param name="thumbprint">The chosen certificate.</param>
    /// <param name="isKeyUsable">Whether a round trip with its private key succeeded.</param>
    public void Record(IReadOnlyList<HostCertificate> known, string thumbprint, bool isKeyUsable)
    {
        // The host has the key if any account can use it; a failure of another account changes nothing.
        if (FreshOf(known, thumbprint) is { } before && (before.KeyUsable == isKeyUsable || (before.KeyUsable && before.Account != Account))) return;
        try
        {
            store.Note(new StoreNote.CertificateOnHost(new HostCertificate(host, thumbprint, isKeyUsable, Account, clock.GetUtcNow())));
        }
        catch (EmailSettingsException e) when (e.Code.Kind is FindingKind.Store)
        {
            // A store that cannot be written must not prevent the check of the certificate.
        }
    }

    /// <summary>Returns the other hosts without the key, as last recorded.</summary>
    /// <inheritdoc cref="Record"/>
    public IReadOnlyList<HostCertificate> Lacking(IReadOnlyList<HostCertificate> known, string thumbprint) =>
        known.Where(each => each.Host != host && (each.Thumbprint != thumbprint || !each.KeyUsable)).ToList();

    /// <summary>Returns the findings about hosts without the key.</summary>
    /// <inheritdoc cref="Record"/>
    public IEnumerable<Finding> FindingsOf(IReadOnlyList<HostCertificate> known, string thumbprint)
    {
        var lacking = Lacking(known, thumbprint);
        return lacking.Count == 0 ? [] : [SecretErrors.CertificateMissingOnHosts.At("certificate", thumbprint, detail: string.Join(", ", lacking.Select(Shown)))];
    }

    private HostCertificate? FreshOf(IReadOnlyList<HostCertificate> known, string thumbprint) =>
        known.FirstOrDefault(each => each.Host == host && each.Thumbprint == thumbprint && (clock.GetUtcNow() - each.Checked).Duration() < Fresh);

    private static string Shown(HostCertificate other) =>
        $"{other.Host} (checked {Iso8601.Day(other.Checked)})";
}
