namespace EmailSettings.Mail;

/// <summary>The capabilities common to both protocols.</summary>
public interface IServerCapabilities
{
    /// <summary>The capabilities as sent: EHLO lines, or the atoms of CAPABILITY; at most a hundred.</summary>
    IReadOnlyList<string> Offered { get; }

    /// <summary>The capabilities before STARTTLS; empty without STARTTLS.</summary>
    IReadOnlyList<string> OfferedBeforeTls { get; }

    /// <summary>The names of the SASL mechanisms offered, in upper case, in the server's order.</summary>
    IReadOnlyList<string> AuthMechanisms { get; }

    /// <summary>Whether STARTTLS is offered, or was before TLS.</summary>
    bool StartTls { get; }
}
