namespace EmailSettings.Core.Access;

/// <summary>A block of settings in rights and locks.</summary>
public enum LockableBlock
{
    /// <summary>Basic settings.</summary>
    Basic,

    /// <summary>Attachment settings and the restart mark.</summary>
    Attachments,

    /// <summary>Error texts.</summary>
    ErrorTexts,

    /// <summary>Incoming servers and their secrets.</summary>
    Incoming,

    /// <summary>The outgoing server and its secret.</summary>
    Outgoing,
}
