using EmailSettings.Core.Settings;

namespace EmailSettings.Core.ServerTests;

/// <summary>
/// A test of an incoming server or, without name and server, of any IMAP mailbox at <see cref="ServerTestRequest.Host"/>.
/// Transport: Auto, Imap or Graph. Host and port are properties of a queue: by default <c>outlook.office365.com:993</c> is
/// tested.
/// </summary>
public sealed record IncomingTestRequest : ServerTestRequest
{
    /// <summary>The name of the incoming server, stored or in the document; null if none.</summary>
    public string? Name { get; init; }

    /// <summary>Unsaved settings; null for those of <see cref="Name"/>.</summary>
    public IncomingMailServer? Server { get; init; }

    /// <summary>
    /// What to open: an address (<c>service@example.org</c>) is the mailbox of that user or a shared one; any other name, if a
    /// user is given, is a folder of that user. Null for the user's inbox.
    /// </summary>
    public string? Mailbox { get; init; }
}
