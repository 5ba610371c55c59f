using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes thumbprints of the suitable certificates, with their name and the days left.</summary>
internal sealed class CertificateCompleter : StoreCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session) =>
        session.Certificates.ListUsable()
            .Select(certificate => (certificate.Thumbprint, $"{certificate.FriendlyName ?? certificate.Subject}, {certificate.DaysLeft} days left"));
}
