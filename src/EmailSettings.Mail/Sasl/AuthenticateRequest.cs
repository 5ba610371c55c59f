namespace EmailSettings.Mail.Sasl;

/// <summary>One attempt to authenticate.</summary>
public sealed record AuthenticateRequest
{
    /// <summary>The mechanism; <see cref="SaslSelection"/> chooses one.</summary>
    public required SaslMechanism Mechanism { get; init; }

    /// <summary>User and secret.</summary>
    public required MailCredential Credential { get; init; }

    /// <summary>Send the secret over a connection without TLS too. All four mechanisms show it to whoever listens.</summary>
    public bool AllowPlaintext { get; init; }
}
