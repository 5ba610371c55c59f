using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.Settings;

/// <summary>The block "External Outgoing Mail Server"; one per system.</summary>
public sealed record OutgoingMailServer
{
    /// <summary>The documented defaults.</summary>
    public static OutgoingMailServer Default { get; } = new();

    /// <summary>Whether the external server is used for outgoing mail.</summary>
    public bool Enabled { get; init; }

    /// <summary>The host name or IP address; IDNs are kept as typed.</summary>
    public string? Host { get; init; }

    /// <summary>
    /// The host in ASCII (A-labels) if it has other characters, which may look like another host's; otherwise null.
    /// </summary>
    public string? HostInAscii => HostName.InAscii(Host);

    /// <summary>The TCP port.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Whether to secure the connection: implicit TLS on 465, STARTTLS (required) on any other port.</summary>
    public bool UseSsl { get; init; }

    /// <summary>How to log in.</summary>
    public OutgoingAuthentication Authentication { get; init; }

    /// <summary>The user name for Basic; the sending mailbox for OAuthService.</summary>
    public string? ServerUser { get; init; }

    /// <summary>Whether a password is stored, and since when.</summary>
    public PasswordState PasswordState { get; init; } = PasswordState.NotSet;

    /// <summary>The OAuth authority, <c>https://login host/tenant GUID</c>.</summary>
    public Uri? Address { get; init; }

    /// <summary>The authority with its host in ASCII (A-labels) if that has other characters; otherwise null.</summary>
    public string? AddressInAscii => AuthorityType.AddressInAscii(Address);

    /// <summary>The application (client) ID.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>When the client secret expires at the identity provider.</summary>
    public DateOnly? SecretExpires { get; init; }

    /// <summary>Whether a client secret is stored, and since when.</summary>
    public SecretState SecretState { get; init; } = SecretState.NotSet;

    /// <summary>The largest mail that the server accepts, in MB; null for no limit.</summary>
    public int? MaxEmailSizeMB { get; init; }

    /// <summary>The maximum number of recipients of a mail, To, Cc and Bcc together; null for no limit.</summary>
    public int? MaxRecipients { get; init; }

    /// <summary>The largest attachment that the server accepts, in MB; null for no limit.</summary>
    public int? MaxAttachmentSizeMB { get; init; }
}
