namespace EmailSettings.Mail;

/// <summary>What both protocols' lists of capabilities have in common.</summary>
public interface IServerCapabilities
{
    /// <summary>The list as the server gave it: EHLO lines, or the words of CAPABILITY; a hundred at most.</summary>
    IReadOnlyList<string> Offered { get; }

    /// <summary>The list before STARTTLS; empty where there was none.</summary>
    IReadOnlyList<string> OfferedBeforeTls { get; }

    /// <summary>The names of the SASL mechanisms on offer, in upper case, in the server's order.</summary>
    IReadOnlyList<string> AuthMechanisms { get; }

    /// <summary>STARTTLS is on offer, or was before it was asked for.</summary>
    bool StartTls { get; }
}
