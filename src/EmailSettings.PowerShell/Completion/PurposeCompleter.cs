using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.PowerShell.Abstractions;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes purposes of secrets, including one per incoming server of a service.</summary>
public sealed class PurposeCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        (SecretPurpose.OutgoingPassword.ToString(), "Password of the outgoing mail server (Basic)"),
        (SecretPurpose.OutgoingSecret.ToString(), "Client secret of the outgoing mail server (OAuthService)"),
        .. RunspaceSession.Current.Session.Settings.ReadIncomingServers()
            .Where(server => server.Authentication == IncomingAuthentication.OAuthService)
            .Select(server => (SecretPurpose.IncomingSecret(server.Name).ToString(), $"Client secret of the incoming mail server '{server.Name}'")),
        (SecretPurpose.SmsPassword.ToString(), "Password of the SMS Server"),
        (SecretPurpose.Text.ToString(), "Any other text, not stored"),
    ];
}
