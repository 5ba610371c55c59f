namespace EmailSettings.Messages.Login;

/// <summary>Why a mechanism cannot continue.</summary>
public enum LoginFault
{
    /// <summary>Not possible on this machine: a library or a Kerberos ticket is missing.</summary>
    NotPossibleHere,

    /// <summary>The challenge violates the mechanism, or demands an unreasonable amount of work.</summary>
    BadChallenge,

    /// <summary>The server's proof is wrong.</summary>
    ServerNotProven,

    /// <summary>The server requires channel binding.</summary>
    ChannelBinding,
}
