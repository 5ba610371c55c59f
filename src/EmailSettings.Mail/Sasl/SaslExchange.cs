namespace EmailSettings.Mail.Sasl;

/// <summary>
/// The client's side of one exchange (RFC 4422): what to answer to each challenge. Both protocols put it into base64 themselves.
/// </summary>
internal abstract class SaslExchange(SaslMechanism mechanism)
{
    /// <summary>The mechanism's IANA name.</summary>
    public string Name => SaslSelection.NameOf(mechanism);

    /// <summary>The first response can go with the command, unasked for.</summary>
    public bool ClientFirst => mechanism is not (SaslMechanism.Login or SaslMechanism.CramMd5);

    /// <summary>The secret, or what was worked out from it, has been handed out to be sent.</summary>
    public abstract bool HasProved { get; }

    /// <summary>A yes of the server is the end of the exchange.</summary>
    public virtual bool IsComplete => true;

    /// <summary>What an OAuth mechanism gave as its reason, if it did.</summary>
    public virtual OAuthErrorFacts? OAuthError => null;

    /// <summary>Why the exchange cannot go on; null while it can.</summary>
    public virtual MailFailure? Fault => null;

    protected SaslMechanism Mechanism => mechanism;

    /// <summary>
    /// The answer to a challenge, or null where the mechanism knows none: the exchange is to be cancelled. The caller zeroes it.
    /// </summary>
    /// <param name="challenge">The challenge, base64 as received; empty for the initial response.</param>
    /// <param name="clean">Takes echoes of the credentials out of text.</param>
    /// <param name="cancellationToken">Ends the wait for an answer that takes long.</param>
    public abstract ValueTask<byte[]?> RespondAsync(byte[] challenge, Func<ReadOnlySpan<byte>, string> clean, CancellationToken cancellationToken);

    /// <summary>The initial response was not sent after all, and will be asked for.</summary>
    public abstract void Rewind();
}
