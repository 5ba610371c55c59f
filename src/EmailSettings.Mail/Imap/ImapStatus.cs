namespace EmailSettings.Mail.Imap;

/// <summary>The status of an IMAP response (RFC 3501 §7.1).</summary>
public enum ImapStatus
{
    /// <summary>OK.</summary>
    Ok,

    /// <summary>NO.</summary>
    No,

    /// <summary>BAD.</summary>
    Bad,

    /// <summary>PREAUTH.</summary>
    PreAuth,

    /// <summary>BYE.</summary>
    Bye,
}
