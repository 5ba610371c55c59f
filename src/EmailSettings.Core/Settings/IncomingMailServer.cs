using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Settings;

/// <summary>One entry of "Incoming Mail Servers": an OAuth application that fetches mail from Microsoft 365.</summary>
public sealed record IncomingMailServer
{
    /// <summary>A stable id that renaming keeps.</summary>
    public Guid Id { get; init; }

    /// <summary>The name, 1 to 256 characters, unique ignoring case; shown where a queue selects its server.</summary>
    public required string Name { get; init; }

    /// <summary>The OAuth authority, <c>https://login host/tenant GUID</c>; not the mail host.</summary>
    public Uri? Address { get; init; }

    /// <inheritdoc cref="OutgoingMailServer.AddressInAscii"/>
    public string? AddressInAscii => AuthorityType.AddressInAscii(Address);

    /// <summary>The authentication, for a user or a service.</summary>
    public IncomingAuthentication Authentication { get; init; }

    /// <summary>The application (client) ID.</summary>
    public Guid? ClientId { get; init; }

    /// <summary>When the client secret expires at the identity provider.</summary>
    public DateOnly? SecretExpires { get; init; }

    /// <summary>Whether a client secret is stored, and since when.</summary>
    public SecretState SecretState { get; init; } = SecretState.NotSet;
}
