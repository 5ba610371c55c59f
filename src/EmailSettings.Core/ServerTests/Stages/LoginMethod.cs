using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>A login method: a SASL mechanism, or the IMAP LOGIN command.</summary>
/// <param name="Mechanism">The mechanism; null for the LOGIN command.</param>
internal sealed record LoginMethod(SaslMechanism? Mechanism)
{
    public static readonly LoginMethod Command = new((SaslMechanism?)null);

    public string Name => Mechanism is { } mechanism ? SaslSelection.NameOf(mechanism) : "LOGIN command";

    /// <summary>
    /// Whether the server receives the secret itself, so that the form in which it stores passwords does not matter.
    /// </summary>
    public bool SendsSecret => Mechanism is not { } mechanism || SaslSelection.SendsSecret(mechanism);
}
