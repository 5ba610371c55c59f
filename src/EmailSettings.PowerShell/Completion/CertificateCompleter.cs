using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes thumbprints of the suitable certificates, with their name and the days left.</summary>
public sealed class CertificateCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
        RunspaceSession.Current.Session.Certificates.ListUsable()
            .Select(certificate => (certificate.Thumbprint, $"{certificate.FriendlyName ?? certificate.Subject}, {certificate.DaysLeft} days left"));
}
