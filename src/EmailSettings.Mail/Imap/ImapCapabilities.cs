namespace EmailSettings.Mail.Imap;

/// <summary>The capabilities of an IMAP server (RFC 3501 §7.2.1).</summary>
public sealed record ImapCapabilities : FactRecord, IServerCapabilities
{
    /// <inheritdoc/>
    public required IReadOnlyList<string> Offered { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> OfferedBeforeTls { get; init; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> AuthMechanisms { get; init; } = [];

    /// <inheritdoc/>
    public bool StartTls { get; init; }

    /// <summary>LOGINDISABLED: the LOGIN command is not allowed.</summary>
    public bool LoginDisabled { get; init; }

    /// <summary>Whether IMAP4rev1 or IMAP4rev2 is listed, as required.</summary>
    [Unlisted]
    public bool Imap4 { get; init; }

    /// <summary>SASL-IR (RFC 4959).</summary>
    public bool SaslIr { get; init; }

    /// <summary>ID (RFC 2971).</summary>
    public bool Id { get; init; }

    /// <summary>IDLE (RFC 2177).</summary>
    public bool Idle { get; init; }

    /// <summary>LITERAL+ (RFC 7888).</summary>
    [Unlisted]
    public bool LiteralPlus { get; init; }

    /// <summary>Whether APPENDLIMIT is listed (RFC 7889).</summary>
    public bool AppendLimit { get; init; }

    /// <summary>The largest message that APPEND accepts, in bytes, if APPENDLIMIT gives it.</summary>
    public long? AppendLimitBytes { get; init; }
}
