using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;

namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes purposes of secrets, including one per incoming server of a service.</summary>
internal sealed class PurposeCompleter : StoreCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers(EmailSettingsSession session) =>
    [
        (SecretPurpose.OutgoingPassword.ToString(), "Password of the outgoing mail server (Basic)"),
        (SecretPurpose.OutgoingSecret.ToString(), "Client secret of the outgoing mail server (OAuthService)"),
        .. session.Settings.ReadIncomingServers()
            .Where(server => server.Authentication == IncomingAuthentication.OAuthService)
            .Select(server => (SecretPurpose.IncomingSecret(server.Name).ToString(), $"Client secret of the incoming mail server '{server.Name}'")),
        (SecretPurpose.SmsPassword.ToString(), "Password of the SMS Server"),
        (SecretPurpose.Text.ToString(), "Any other text, not stored"),
    ];
}
