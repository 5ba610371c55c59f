namespace EmailSettings.Mail.Sasl;

/// <summary>One authentication attempt.</summary>
public sealed record AuthenticateRequest
{
    /// <summary>The mechanism; <see cref="SaslSelection"/> chooses one.</summary>
    public required SaslMechanism Mechanism { get; init; }

    /// <summary>The user and secret.</summary>
    public required MailCredential Credential { get; init; }

    /// <summary>
    /// Whether to log in without TLS too. Mechanisms that send the secret (<see cref="SaslSelection.SendsSecret"/>) then reveal
    /// it to eavesdroppers; the others reveal data for guessing it.
    /// </summary>
    public bool AllowPlaintext { get; init; }
}
