namespace EmailSettings.Mail.Sasl;

/// <summary>One attempt to authenticate.</summary>
public sealed record AuthenticateRequest
{
    /// <summary>The mechanism; <see cref="SaslSelection"/> chooses one.</summary>
    public required SaslMechanism Mechanism { get; init; }

    /// <summary>User and secret.</summary>
    public required MailCredential Credential { get; init; }

    /// <summary>
    /// Log in over a connection without TLS too. Mechanisms that send the secret (<see cref="SaslSelection.SendsSecret"/>) show
    /// it to whoever listens, and the others what it can be guessed from.
    /// </summary>
    public bool AllowPlaintext { get; init; }
}
