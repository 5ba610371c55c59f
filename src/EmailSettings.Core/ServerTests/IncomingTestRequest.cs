using EmailSettings.Core.Settings;

namespace EmailSettings.Core.ServerTests;

/// <summary>
/// A test of one incoming server, or, with neither name nor server, of any IMAP mailbox at <see cref="ServerTestRequest.Host"/>.
/// Transport: Auto, Imap or Graph. Host and port belong to a queue: without them <c>outlook.office365.com:993</c> is tested.
/// </summary>
public sealed record IncomingTestRequest : ServerTestRequest
{
    /// <summary>Name of the incoming server, stored or in the document; null for none.</summary>
    public string? Name { get; init; }

    /// <summary>Settings not yet saved; null for those of <see cref="Name"/>.</summary>
    public IncomingMailServer? Server { get; init; }

    /// <summary>
    /// What to open: an address (<c>service@example.org</c>) is the mailbox of that user, or a shared one; any other name, where
    /// a user is given, is a folder of the user's. Null for the user's own inbox.
    /// </summary>
    public string? Mailbox { get; init; }
}
