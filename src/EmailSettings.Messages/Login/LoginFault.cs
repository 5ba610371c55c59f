namespace EmailSettings.Messages.Login;

/// <summary>Why a mechanism cannot continue.</summary>
public enum LoginFault
{
    /// <summary>Not possible on this machine, for example because a library is missing.</summary>
    NotPossibleHere,

    /// <summary>The Kerberos KDC was not found or did not answer.</summary>
    KdcNotFound,

    /// <summary>The Kerberos KDC issued no ticket to the user.</summary>
    TicketRefused,

    /// <summary>The Kerberos KDC issued no ticket for the server.</summary>
    ServiceUnknown,

    /// <summary>The challenge violates the mechanism, or demands an unreasonable amount of work.</summary>
    BadChallenge,

    /// <summary>The server's proof is wrong.</summary>
    ServerNotProven,

    /// <summary>The server requires channel binding.</summary>
    ChannelBinding,
}
