using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Health;

/// <summary>
/// The key of the password certificate belongs on every host that runs one of the platform's mail components: each host writes
/// down whether it is usable there, and every host can name those that lack it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="host">Name of this host.</param>
/// <param name="clock">The clock.</param>
internal sealed class CertificateOnHosts(ISettingsStore store, string host, TimeProvider clock)
{
    /// <summary>
    /// For so long nothing is written down again that has not changed: reading a certificate is no change of the store.
    /// </summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    // Whoever the caller of a remote session is, it is the account of the process that uses the key.
    private static string Account => PasswordCertificate.Account;

    /// <summary>This host wrote down not long ago what it found out about this certificate.</summary>
    /// <inheritdoc cref="Record"/>
    public bool IsFresh(IReadOnlyList<HostCertificate> known, string thumbprint) => FreshOf(known, thumbprint) is not null;

    /// <summary>Writes down what this host just found out, unless it stands there already.</summary>
    /// <param name="known">What the hosts found out so far.</param>
    /// <param name="thumbprint">The chosen certificate.</param>
    /// <param name="isKeyUsable">A round trip with its private key succeeded.</param>
    public void Record(IReadOnlyList<HostCertificate> known, string thumbprint, bool isKeyUsable)
    {
        // The key is there where any account of the host can use it; that another one cannot is nothing new.
        if (FreshOf(known, thumbprint) is { } before && (before.KeyUsable == isKeyUsable || (before.KeyUsable && before.Account != Account))) return;
        try
        {
            store.Note(new StoreNote.CertificateOnHost(new HostCertificate(host, thumbprint, isKeyUsable, Account, clock.GetUtcNow())));
        }
        catch (EmailSettingsException e) when (e.Code.Kind is FindingKind.Store)
        {
            // The certificate is looked at, which a store that cannot be written must not prevent.
        }
    }

    /// <summary>The other hosts that lack the key, as they told last.</summary>
    /// <inheritdoc cref="Record"/>
    public IReadOnlyList<HostCertificate> Lacking(IReadOnlyList<HostCertificate> known, string thumbprint) =>
        known.Where(each => each.Host != host && (each.Thumbprint != thumbprint || !each.KeyUsable)).ToList();

    /// <summary>What the hosts that lack the key give reason to say.</summary>
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
