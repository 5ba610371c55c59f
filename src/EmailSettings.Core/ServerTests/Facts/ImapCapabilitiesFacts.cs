namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>What an IMAP server offers.</summary>
public sealed record ImapCapabilitiesFacts : StageFacts
{
    /// <summary>The words of CAPABILITY, as received last before the login.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];

    /// <summary>The words before STARTTLS; empty where there was none.</summary>
    public IReadOnlyList<string> OfferedBeforeTls { get; init; } = [];

    /// <summary>AUTH= mechanisms.</summary>
    public IReadOnlyList<string> AuthMechanisms { get; init; } = [];

    /// <summary>STARTTLS was on offer.</summary>
    public bool StartTls { get; init; }

    /// <summary>The LOGIN command is not taken.</summary>
    public bool LoginDisabled { get; init; }

    /// <summary>SASL-IR.</summary>
    public bool SaslIr { get; init; }

    /// <summary>IDLE.</summary>
    public bool Idle { get; init; }

    /// <summary>APPENDLIMIT is on offer, with a limit for all mailboxes or one for each.</summary>
    public bool AppendLimit { get; init; }

    /// <summary>The largest message in bytes that APPEND takes; null where none is named.</summary>
    public long? AppendLimitBytes { get; init; }
}
