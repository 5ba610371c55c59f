namespace EmailSettings.Core.Access;

/// <summary>A block of settings as rights and locks name it.</summary>
public enum LockableBlock
{
    /// <summary>Basic settings.</summary>
    Basic,

    /// <summary>Attachment settings and the restart mark.</summary>
    Attachments,

    /// <summary>Error texts.</summary>
    ErrorTexts,

    /// <summary>Incoming servers with their secrets.</summary>
    Incoming,

    /// <summary>The outgoing server with its secret.</summary>
    Outgoing,
}
