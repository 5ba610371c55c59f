namespace EmailSettings.Messages.Login;

/// <summary>Why a mechanism cannot go on.</summary>
public enum LoginFault
{
    /// <summary>This machine cannot do it: no library, or no ticket of Kerberos.</summary>
    NotPossibleHere,

    /// <summary>The challenge breaks the mechanism, or asks for more work than is reasonable.</summary>
    BadChallenge,

    /// <summary>The server's proof is wrong.</summary>
    ServerNotProven,

    /// <summary>The server wants channel binding.</summary>
    ChannelBinding,
}
