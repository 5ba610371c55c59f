using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>One command: its tag, and the responses up to the tagged one.</summary>
internal sealed class ImapCommand
{
    private readonly WireConnection _wire;
    private readonly ReplyBudget _budget = new();
    private readonly List<string> _refusals = [];
    private ImapReply? _bye;

    public ImapCommand(WireConnection wire, string tag)
    {
        _wire = wire;
        Tag = tag;
    }

    /// <summary>The command's tag.</summary>
    public string Tag { get; }

    /// <summary>Whether a continuation is a SASL challenge.</summary>
    public bool HidesContinuation { get; init; }

    /// <summary>Whether BYE is part of the answer, as for LOGOUT.</summary>
    public bool ExpectsBye { get; init; }

    /// <summary>Called for every untagged response.</summary>
    public Action<ImapResponse> OnUntagged { get; init; } = _ => { };

    /// <summary>Reads up to the tagged response, or to a continuation request if one is expected.</summary>
    /// <returns>The reply, or null and the continuation's text.</returns>
    /// <exception cref="WireException">The server violated the protocol, or sent BYE (RFC 3501 §7.1.5), after which no answer
    /// follows.</exception>
    public async ValueTask<(ImapReply? Reply, string Continuation)> ReadAsync(bool awaitsContinuation, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await ReadResponseAsync(cancellationToken).ConfigureAwait(false);
            if (response.IsUntagged)
                Note(response);
            else if (response.IsContinuation)
                return awaitsContinuation ? (null, response.Text) : throw WireException.Malformed("+ " + response.Text);
            else if (response.Tag == Tag && ImapReplyReader.TryRead(response) is { } reply)
                return (reply with { Lines = [.. reply.Lines, .. _refusals] }, string.Empty);
            else
                throw WireException.Malformed($"{response.Tag} {response.Text}");
        }
    }

    private async ValueTask<ImapResponse> ReadResponseAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ImapResponseReader.ReadAsync(_wire, _budget, HidesContinuation, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (_bye is not null && (e is IOException || e is WireException { Failure.Kind: MailFailureKind.Disconnected }))
        {
            // BYE says more than the disconnect after it.
            throw Refused(_bye);
        }
    }

    private void Note(ImapResponse response)
    {
        if (ImapReplyReader.TryRead(response) is { } status && status.Kind is ImapStatus.No or ImapStatus.Bad or ImapStatus.Bye)
        {
            if (!_budget.Keep())
                throw WireException.TooLong(response.Text);
            if (status.Kind == ImapStatus.Bye)
                _bye = status with { Lines = [.. status.Lines, .. _refusals] };
            // Otherwise, a server that keeps the connection open after BYE would make the command wait for its timeout.
            if (_bye is not null && !ExpectsBye)
                throw Refused(_bye);
            _refusals.Add(status.Lines[0]);
        }

        OnUntagged(response);
    }

    private static WireException Refused(ImapReply reply) => new(new MailFailure { Kind = MailFailureKind.Refused, Reply = reply });
}
