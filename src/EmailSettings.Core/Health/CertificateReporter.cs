using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Health;

/// <summary>Combines the health of the certificate, the secrets and another account's access in one report.</summary>
/// <param name="stores">The certificate stores.</param>
/// <param name="finder">Finds certificates.</param>
/// <param name="guard">Checks rights.</param>
/// <param name="hosts">The certificate checks of the hosts.</param>
/// <param name="clock">The clock.</param>
internal sealed class CertificateReporter(CertificateStores stores, CertificateFinder finder, AccessGuard guard, HostCertificates hosts, TimeProvider clock)
{
    /// <summary>Checks the chosen certificate itself; null if none is chosen.</summary>
    public CertificateHealthReport? Examine(StoredState state, int daysBefore)
    {
        if (state.Certificate is not { } reference) return null;
        var health = new CertificateHealth(stores, clock).Check(reference, new StoredSecrets(state).ToReEnter(reference.Thumbprint), daysBefore);
        hosts.Record(state.Hosts, reference.Thumbprint, health.KeyUsable);
        return health with { Warnings = [.. health.Warnings, .. hosts.FindingsOf(state.Hosts, reference.Thumbprint)] };
    }

    /// <summary>Returns the findings about the certificate itself.</summary>
    public static IEnumerable<Finding> FindingsOf(CertificateHealthReport? health) => health is null
        ? [SecretErrors.CertificateNotChosen.At("certificate")]
        : [.. health.Faults, .. health.Warnings];

    /// <summary>Creates the whole report.</summary>
    /// <exception cref="EmailSettingsException">The other account is unknown or cannot be checked.</exception>
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
        // Real lists, since PowerShell scripts cannot index those of collection expressions.
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
