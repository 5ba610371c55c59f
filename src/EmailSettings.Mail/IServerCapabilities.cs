namespace EmailSettings.Mail;

/// <summary>What both protocols' lists of capabilities have in common.</summary>
public interface IServerCapabilities
{
    /// <summary>The list as the server gave it: EHLO lines, or the words of CAPABILITY.</summary>
    IReadOnlyList<string> Raw { get; }

    /// <summary>The names of the SASL mechanisms on offer, in upper case, in the server's order.</summary>
    IReadOnlyList<string> AuthMechanisms { get; }

    /// <summary>STARTTLS is on offer.</summary>
    bool StartTls { get; }
}
