using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Health;

/// <summary>
/// Puts the health of the certificate, of the secrets and of another account's access together into one report.
/// </summary>
/// <param name="stores">The certificate stores.</param>
/// <param name="finder">Looks certificates up.</param>
/// <param name="guard">Asks for rights.</param>
/// <param name="hosts">What the hosts know of the certificate.</param>
/// <param name="clock">The clock.</param>
internal sealed class CertificateReporting(CertificateStores stores, CertificateFinder finder, AccessGuard guard, CertificateOnHosts hosts, TimeProvider clock)
{
    /// <summary>The health of the chosen certificate itself; null where none was chosen.</summary>
    public CertificateHealthReport? Examine(StoredState state, int daysBefore)
    {
        if (state.Certificate is not { } reference) return null;
        var health = new CertificateHealth(stores, clock).Check(reference, new StoredSecrets(state).ToReEnter(reference.Thumbprint), daysBefore);
        hosts.Record(state.Hosts, reference.Thumbprint, health.KeyUsable);
        return health with { Warnings = [.. health.Warnings, .. hosts.FindingsOf(state.Hosts, reference.Thumbprint)] };
    }

    /// <summary>What the certificate itself gives reason to say.</summary>
    public static IEnumerable<Finding> FindingsOf(CertificateHealthReport? health) => health is null
        ? [SecretErrors.CertificateNotChosen.At("certificate")]
        : [.. health.Faults, .. health.Warnings];

    /// <summary>The whole report.</summary>
    /// <exception cref="EmailSettingsException">Another account was asked about that is unknown, or about which nothing can be
    /// known.</exception>
    public CertificateReport Report(StoredState state, int daysBefore, string? forAccount)
    {
        var health = Examine(state, daysBefore);
        var stored = new StoredSecretList(finder, guard, clock).Of(state).Where(secret => secret.IsSet || secret.MustBeReentered).ToList();
        var access = forAccount is not null && health is { Certificate.HasPrivateKey: true } ? Access(health.Reference, forAccount) : null;
        List<Finding> findings =
        [
            .. FindingsOf(health),
            .. SecretFindings.Of(stored, state.Certificate?.Thumbprint, daysBefore),
            .. FindingsOf(access, state.Certificate?.Thumbprint),
        ];
        // Lists that scripts can index, which those of collection expressions are not.
        var report = new CertificateReport
        {
            Status = Finding.StatusOf(findings).ToString(),
            HostName = Environment.MachineName,
            Account = PasswordCertificate.Account,
            Time = clock.GetUtcNow().UtcDateTime,
            Thumbprint = state.Certificate?.Thumbprint,
            Subject = state.Certificate?.Subject,
            Secrets = stored.Where(secret => secret.IsSet).Select(secret => SecretHealth.From(secret, state.Certificate?.Thumbprint)).ToList(),
            ToReEnter = stored.Where(secret => secret.MustBeReentered).Select(secret => secret.Purpose).Order(StringComparer.Ordinal).ToList(),
            HostsWithoutKey = state.Certificate is { } chosen ? hosts.Lacking(state.Hosts, chosen.Thumbprint).Select(host => host.Host).ToList() : [],
            ForAccount = access?.Account ?? forAccount,
            ForAccountMayUseKey = access?.MayRead,
            ForAccountNextStep = access?.NextStep,
            Findings = findings.OrderByDescending(finding => finding.Severity).ToList(),
        };
        return health is { Certificate: { } certificate } ? With(report, health, certificate) : report;
    }

    private static CertificateReport With(CertificateReport report, CertificateHealthReport health, PasswordCertificateInfo certificate) => report with
    {
        FoundIn = certificate.Location.ToString(),
        NotBefore = certificate.NotBefore.UtcDateTime,
        NotAfter = certificate.NotAfter.UtcDateTime,
        DaysLeft = health.DaysLeft,
        KeySize = certificate.KeySize,
        KeyUsages = health.KeyUsages,
        IsForDocumentEncryption = health.IsForDocumentEncryption,
        KeyPresent = certificate.HasPrivateKey,
        KeyUsable = health.KeyUsable,
        KeyExportable = health.KeyExportable,
        SameSubject = health.SameSubject.Select(other => other.Thumbprint).Distinct(StringComparer.Ordinal).ToList(),
    };

    private KeyAccessReport? Access(CertificateReference reference, string account)
    {
        using var certificate = finder.Find(reference);
        return certificate is null ? null : CertificateKeyAccess.Check(certificate, account);
    }

    private static IEnumerable<Finding> FindingsOf(KeyAccessReport? access, string? thumbprint) => access switch
    {
        { MayRead: false } => [SecretErrors.AccountCannotUseKey.At("account", access.Account, thumbprint, access.NextStep)],
        { MayRead: null } => [SecretErrors.AccountAccessUncertain.At("account", access.Account, string.Join(", ", access.Through), access.NextStep)],
        _ => [],
    };
}
