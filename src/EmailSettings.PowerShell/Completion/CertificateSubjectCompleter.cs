using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes subjects of the suitable certificates, with their thumbprint.</summary>
internal sealed class CertificateSubjectCompleter : StoreCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session) =>
        session.Certificates.ListUsable().Select(certificate => (certificate.Subject, certificate.Thumbprint));
}
