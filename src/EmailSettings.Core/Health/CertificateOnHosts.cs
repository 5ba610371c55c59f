using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Health;

/// <summary>
/// The key of the password certificate belongs on every host that runs one of the platform's mail components: each host writes down
/// whether it is usable there, and every host can name those that lack it.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="caller">Who works, and on which host.</param>
/// <param name="clock">The clock.</param>
internal sealed class CertificateOnHosts(ISettingsStore store, Actor caller, TimeProvider clock)
{
    // What nobody changed is written down again once a day: reading a certificate is no change of the store.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Writes down what this host just found out, unless it stands there already.</summary>
    /// <param name="known">What the hosts found out so far.</param>
    /// <param name="thumbprint">The chosen certificate.</param>
    /// <param name="isKeyUsable">A round trip with its private key succeeded.</param>
    public void Record(IReadOnlyList<HostCertificate> known, string thumbprint, bool isKeyUsable)
    {
        var found = new HostCertificate(caller.Host, thumbprint, isKeyUsable, caller.Account, clock.GetUtcNow());
        var before = known.FirstOrDefault(each => each.Host == caller.Host);
        if (before is not null && before with { Checked = found.Checked } == found && found.Checked - before.Checked < Fresh) return;
        try
        {
            store.Note(new StoreNote.CertificateOnHost(found));
        }
        catch (EmailSettingsException e) when (e.Code.Kind is FindingKind.Store)
        {
            // The certificate is looked at, which a store that cannot be written must not prevent.
        }
    }

    /// <summary>The other hosts that lack the key, as they told last.</summary>
    /// <inheritdoc cref="Record"/>
    public IReadOnlyList<HostCertificate> Lacking(IReadOnlyList<HostCertificate> known, string thumbprint) =>
        known.Where(each => each.Host != caller.Host && (each.Thumbprint != thumbprint || !each.KeyUsable)).ToList();

    /// <summary>What the hosts that lack the key give reason to say.</summary>
    /// <inheritdoc cref="Record"/>
    public IEnumerable<Finding> FindingsOf(IReadOnlyList<HostCertificate> known, string thumbprint)
    {
        var lacking = Lacking(known, thumbprint);
        return lacking.Count == 0 ? [] : [SecretErrors.CertificateMissingOnHosts.At("certificate", thumbprint, detail: string.Join(", ", lacking.Select(Shown)))];
    }

    private static string Shown(HostCertificate host) =>
        string.Create(CultureInfo.InvariantCulture, $"{host.Host} (checked {host.Checked.UtcDateTime:yyyy-MM-dd})");
}
