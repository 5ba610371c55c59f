namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Every id of a finding that was ever given out. Scripts tell findings by their ids, so one is added here, and none is ever renamed or taken away.</summary>
internal static class PublishedFindings
{
    public static IReadOnlyList<string> Ids { get; } =
    [
        "Settings.Disabled", "Settings.Incomplete", "Settings.Invalid",
        "Secret.NotSet", "Secret.NotForThisTarget", "Secret.CertificateMissing", "Secret.KeyMissing", "Secret.Undecryptable",
        "Secret.ClientSecretExpired", "Secret.ClientSecretExpiresSoon",
        "Dns.NotFound", "Dns.Failed",
        "Connect.Refused", "Connect.TimedOut", "Connect.Unreachable",
        "Tls.PlaintextPort", "Tls.ImplicitPort", "Tls.Handshake", "Tls.ClientCertificateRequired", "Tls.OldVersion", "Tls.Name", "Tls.SelfSigned",
        "Tls.UnknownRoot", "Tls.IncompleteChain", "Tls.Expired", "Tls.NotYetValid", "Tls.Revoked", "Tls.Unusable",
        "Tls.RevocationUnknown", "Tls.CertificateExpiresSoon",
        "Greeting.Refused", "Greeting.TryLater", "Greeting.NotThisProtocol", "Greeting.PreAuthenticated",
        "Capabilities.Refused", "Capabilities.Missing",
        "StartTls.NotOffered", "StartTls.Refused", "StartTls.Required", "StartTls.Injection",
        "Token.Unreachable", "Token.Untrusted", "Token.SecretWrong", "Token.SecretExpired", "Token.PasswordWrong",
        "Token.ConsentMissing", "Token.ClientUnknown", "Token.TenantUnknown", "Token.PublicClientOff",
        "Token.InteractionRequired", "Token.DeviceCodeNotConfirmed", "Token.Throttled", "Token.Refused", "Token.Audience",
        "Token.RoleMissing", "Token.GraphOnly", "Token.NotAnEndpoint", "Token.Unusable",
        "Authenticate.Rejected", "Authenticate.Disabled", "Authenticate.Required", "Authenticate.AppPasswordRequired",
        "Authenticate.MechanismNotOffered", "Authenticate.OverPlaintext", "Authenticate.Throttled",
        "Authenticate.Unavailable",
        "Mailbox.NotConnected", "Mailbox.NotFound", "Mailbox.GraphUnreachable",
        "Limits.NoSize", "Limits.SizeTooSmall", "Limits.No8BitMime", "Limits.NoBinaryMime", "Limits.AboveFixedCap",
        "Envelope.SenderRefused", "Envelope.RecipientRefused", "Envelope.RelayDenied",
        "Message.TooLarge", "Message.Refused", "Message.NotFoundAgain",
        "Reply.Malformed", "Reply.TooLong", "Reply.TimedOut", "Reply.Disconnected",
    ];
}
