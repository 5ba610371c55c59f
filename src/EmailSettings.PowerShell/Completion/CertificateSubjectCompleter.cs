using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes subjects of the suitable certificates, with their thumbprint.</summary>
public sealed class CertificateSubjectCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
        RunspaceSession.Current.Session.Certificates.ListUsable().Select(certificate => (certificate.Subject, certificate.Thumbprint));
}
