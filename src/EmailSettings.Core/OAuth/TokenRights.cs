namespace EmailSettings.Core.OAuth;

/// <summary>The mail permissions in a token, application and delegated.</summary>
[Flags]
public enum TokenRights
{
    /// <summary>No known permission.</summary>
    None = 0,

    /// <summary><c>IMAP.AccessAsApp</c> or <c>IMAP.AccessAsUser.All</c>.</summary>
    Imap = 1,

    /// <summary><c>SMTP.SendAsApp</c> or <c>SMTP.Send</c>.</summary>
    Smtp = 2,

    /// <summary>Graph's <c>Mail.Read</c> or <c>Mail.ReadWrite</c>, with or without <c>.Shared</c>.</summary>
    GraphRead = 4,

    /// <summary>Graph's <c>Mail.Send</c>.</summary>
    GraphSend = 8,

    /// <summary>Any other permission.</summary>
    Other = 16,
}
