using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>A way to log in: by a mechanism, or by IMAP's LOGIN command.</summary>
/// <param name="Mechanism">The mechanism; null for the command.</param>
internal readonly record struct LoginMethod(SaslMechanism? Mechanism)
{
    public static readonly LoginMethod Command = new(null);

    public string Name => Mechanism is { } mechanism ? SaslSelection.NameOf(mechanism) : "LOGIN command";

    /// <summary>The server gets the secret itself, so that nothing in how it keeps passwords matters.</summary>
    public bool SendsSecret => Mechanism is not { } mechanism || SaslSelection.SendsSecret(mechanism);
}
