namespace EmailSettings.Core.OAuth;

/// <summary>The rights in a token that matter for mail, application and delegated ones alike.</summary>
[Flags]
public enum TokenRights
{
    /// <summary>None that can be seen.</summary>
    None = 0,

    /// <summary><c>IMAP.AccessAsApp</c> or <c>IMAP.AccessAsUser.All</c>.</summary>
    Imap = 1,

    /// <summary><c>SMTP.SendAsApp</c> or <c>SMTP.Send</c>.</summary>
    Smtp = 2,

    /// <summary>Graph's <c>Mail.Read</c> or <c>Mail.ReadWrite</c>, with or without <c>.Shared</c>.</summary>
    GraphRead = 4,

    /// <summary>Graph's <c>Mail.Send</c>.</summary>
    GraphSend = 8,

    /// <summary>Any other right.</summary>
    Other = 16,
}
