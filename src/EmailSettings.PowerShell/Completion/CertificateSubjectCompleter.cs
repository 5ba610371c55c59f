using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Subjects of the certificates that could serve, each with its thumbprint.</summary>
public sealed class CertificateSubjectCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
        RunspaceSession.Current.Session.Certificates.ListUsable().Select(certificate => (certificate.Subject, certificate.Thumbprint));
}
