using EmailSettings.Messages.Reading;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace EmailSettings.Messages.Finding;

/// <summary>
/// Looks for a message in the inbox and the junk folder of a mailbox, over a connection that is already open, secured and logged
/// in. Changes nothing. Time limits and transcript are up to the owner of the stream.
/// </summary>
public static class MessageFinder
{
    // Names of the junk folder on servers without SPECIAL-USE (RFC 6154).
    private static readonly string[] JunkNames = ["Junk", "Junk E-mail", "Junk Email", "Spam", "INBOX.Junk", "INBOX.Spam", "INBOX/Junk", "INBOX/Spam", "Bulk Mail"];

    private static readonly MessageReadOptions Everything = new() { Digests = true };

    /// <summary>Looks until the message is found or the time limit is reached.</summary>
    /// <param name="stream">The connection, starting with a PREAUTH greeting. Not disposed.</param>
    /// <param name="host">The server's name, for MailKit's messages.</param>
    /// <param name="port">The server's port.</param>
    /// <param name="query">What to look for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The message; null if it was not found in time.</returns>
    /// <exception cref="MessageSearchException">The server refused to search, or violated the protocol.</exception>
    /// <exception cref="IOException">The stream failed.</exception>
    public static async Task<FoundMessage?> FindAsync(Stream stream, string host, int port, MessageQuery query, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(time);
        using var client = new ImapClient();
        try
        {
            await client.ConnectAsync(stream, host, port, SecureSocketOptions.None, cancellationToken).ConfigureAwait(false);
            var junk = await JunkAsync(client, cancellationToken).ConfigureAwait(false);
            return await LookAsync(client.Inbox!, junk, query, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CommandException or ProtocolException or ServiceNotConnectedException or ServiceNotAuthenticatedException or FolderNotFoundException)
        {
            throw new MessageSearchException(e.Message, e);
        }
    }

    private static async Task<FoundMessage?> LookAsync(IMailFolder inbox, IMailFolder? junk, MessageQuery query, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            foreach (var folder in junk is null ? [inbox] : new[] { inbox, junk })
            {
                if (await SearchAsync(folder, folder == junk, query, cancellationToken).ConfigureAwait(false) is { } found)
                    return found;
            }

            if (time.GetElapsedTime(start) >= query.Within)
                return null;
            await Task.Delay(query.Pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    // Reopening a folder shows new messages even on servers that do not announce them.
    private static async Task<FoundMessage?> SearchAsync(IMailFolder folder, bool isJunk, MessageQuery query, CancellationToken cancellationToken)
    {
        await folder.OpenAsync(FolderAccess.ReadOnly, cancellationToken).ConfigureAwait(false);
        // By date first: servers index it, while a search for a header field opens every message.
        var since = SearchQuery.DeliveredAfter(query.SentAt.UtcDateTime.Date.AddDays(-1));
        var uids = await folder.SearchAsync(since.And(SearchQuery.HeaderContains("Message-ID", query.MessageId)), cancellationToken).ConfigureAwait(false);
        return uids.Count == 0 ? null : await FetchAsync(folder, uids[^1], isJunk, query, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<FoundMessage?> FetchAsync(IMailFolder folder, UniqueId uid, bool isJunk, MessageQuery query, CancellationToken cancellationToken)
    {
        var summaries = await folder.FetchAsync([uid], MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate, cancellationToken).ConfigureAwait(false);
        if (summaries.Count == 0)
            return null;
        var isWhole = summaries[0].Size <= query.MaxBytes;
        using var content = await (isWhole ? folder.GetStreamAsync(uid, cancellationToken) : folder.GetStreamAsync(uid, "HEADER", cancellationToken)).ConfigureAwait(false);
        return MessageReader.Read(content, Everything, cancellationToken) is { } reading
            ? new FoundMessage(folder.FullName, isJunk, summaries[0].InternalDate, isWhole ? reading : reading with { IsWhole = false })
            : null;
    }

    private static async Task<IMailFolder?> JunkAsync(ImapClient client, CancellationToken cancellationToken)
    {
        if ((client.Capabilities & (ImapCapabilities.SpecialUse | ImapCapabilities.XList)) != 0)
            return client.GetFolder(SpecialFolder.Junk);
        foreach (var name in JunkNames)
        {
            try
            {
                return await client.GetFolderAsync(name, cancellationToken).ConfigureAwait(false);
            }
            catch (FolderNotFoundException)
            {
                // Try the next name.
            }
        }

        return null;
    }
}
