using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.Settings;

/// <summary>The block "External Outgoing Mail Server"; one per system.</summary>
public sealed record OutgoingMailServer
{
    /// <summary>The documented defaults.</summary>
    public static OutgoingMailServer Default { get; } = new();

    /// <summary>The external server is used for outgoing mail.</summary>
    public bool Enabled { get; init; }

    /// <summary>Host name or IP address, IDN kept as typed.</summary>
    public string? Host { get; init; }

    /// <summary>
    /// The host in ASCII (A-labels), where it holds other characters: they may look like those of another one. Null elsewhere.
    /// </summary>
    public string? HostInAscii => HostName.InAscii(Host);

    /// <summary>TCP port.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Secure the connection: implicit TLS on 465, STARTTLS (required) on any other port.</summary>
    public bool UseSsl { get; init; }

    /// <summary>How to log in.</summary>
    public OutgoingAuthentication Authentication { get; init; }

    /// <summary>User name for Basic; the mailbox that sends for OAuthService.</summary>
    public string? ServerUser { get; init; }

    /// <summary>Whether a password is stored, and since when.</summary>
    public PasswordState PasswordState { get; init; } = PasswordState.NotSet;

    /// <summary>The OAuth authority, <c>https://login host/tenant GUID</c>.</summary>
    public Uri? Address { get; init; }

    /// <summary>The authority with its host in ASCII (A-labels), where that holds other characters; null elsewhere.</summary>
    public string? AddressInAscii => AuthorityType.AddressInAscii(Address);

    /// <summary>The application (client) ID.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>When the client secret ends at the identity provider.</summary>
    public DateOnly? SecretExpires { get; init; }

    /// <summary>Whether a client secret is stored, and since when.</summary>
    public SecretState SecretState { get; init; } = SecretState.NotSet;

    /// <summary>Largest mail the server takes, in MB; null: no limit set here.</summary>
    public int? MaxEmailSizeMB { get; init; }

    /// <summary>Most recipients of a mail, To, Cc and Bcc together; null: no limit set here.</summary>
    public int? MaxRecipients { get; init; }

    /// <summary>Largest attachment the server takes, in MB; null: no limit set here.</summary>
    public int? MaxAttachmentSizeMB { get; init; }
}
