using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>Checks the chosen password certificate.</summary>
public sealed class CertificateHealth(CertificateStores stores, TimeProvider time)
{
    /// <summary>Checks a certificate. Problems are reported, not thrown.</summary>
    /// <param name="reference">The chosen certificate.</param>
    /// <param name="secretsToReEnter">The purposes of the secrets that depend on it, listed if it is missing.</param>
    /// <param name="daysBefore">How many days before expiry to warn.</param>
    public CertificateHealthReport Check(CertificateReference reference, IReadOnlyCollection<string> secretsToReEnter, int daysBefore = ExpiryWarning.DaysBefore)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var report = new CertificateHealthReport { Reference = reference, Account = PasswordCertificate.Account };
        try
        {
            using var certificate = new CertificateFinder(stores).Find(reference);
            return certificate is null
                ? report with { Faults = [reference.Missing(secretsToReEnter)] }
                : Examine(report, certificate, daysBefore);
        }
        catch (EmailSettingsException refused)
        {
            return report with { Faults = refused.Faults };
        }
    }

    private CertificateHealthReport Examine(CertificateHealthReport report, PasswordCertificate certificate, int daysBefore)
    {
        var info = certificate.Info;
        var keyFault = KeyFault(certificate);
        var usage = certificate.Certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        report = report with
        {
            Certificate = info,
            DaysLeft = info.DaysLeft(time),
            KeyUsable = keyFault is null,
            KeyExportable = keyFault is null ? certificate.WithKey(IsExportable) : null,
            KeyUsages = usage is { } flags ? Enum.GetValues<X509KeyUsageFlags>().Where(flag => flag != 0 && flags.HasFlag(flag)).Select(flag => flag.ToString()).ToList() : [],
            IsForDocumentEncryption = certificate.Certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>()
                .Any(extension => extension.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == CertificateFactory.DocumentEncryption)),
            SameSubject = stores.List().Where(other => other.Subject == info.Subject && other.Thumbprint != info.Thumbprint).ToList(),
            Faults = keyFault is null ? [] : new List<Finding> { keyFault },
        };
        return report with { Warnings = info.DateWarnings(time, daysBefore).Concat(Warnings(report, usage)).ToList() };
    }

    private static IEnumerable<Finding> Warnings(CertificateHealthReport report, X509KeyUsageFlags? usage)
    {
        var thumbprint = report.Reference.Thumbprint;
        if (report.KeyExportable is false) yield return SecretErrors.CertificateKeyNotExportable.At("certificate", thumbprint) with { Severity = Severity.Warning };
        if (usage is { } flags && !flags.HasFlag(X509KeyUsageFlags.KeyEncipherment))
            yield return SecretErrors.CertificateUsageUnusual.At("certificate", thumbprint, detail: string.Join(", ", report.KeyUsages));
        // Older ones are expected, since each renewal leaves one behind.
        var newer = report.SameSubject.Where(other => other.NotBefore > report.Certificate!.NotBefore).Select(other => other.Thumbprint).ToList();
        if (newer.Count > 0)
            yield return SecretErrors.CertificateSubjectShared.At("certificate", report.Certificate!.Subject, newer.Count.ToString(CultureInfo.InvariantCulture), string.Join(", ", newer));
    }

    private static Finding? KeyFault(PasswordCertificate certificate)
    {
        try
        {
            certificate.VerifyKey();
            return null;
        }
        catch (EmailSettingsException refused)
        {
            return refused.Faults[0];
        }
    }

    // Only Windows has keys that can be used but not exported.
    private static bool IsExportable(RSA key) => !OperatingSystem.IsWindows() || key is not RSACng cng
        || (cng.Key.ExportPolicy & (CngExportPolicies.AllowExport | CngExportPolicies.AllowPlaintextExport)) != 0;
}
