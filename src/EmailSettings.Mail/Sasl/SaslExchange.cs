namespace EmailSettings.Mail.Sasl;

/// <summary>
/// The client side of one exchange (RFC 4422): the response to each challenge. The protocols apply base64 themselves.
/// </summary>
internal abstract class SaslExchange(SaslMechanism mechanism) : IDisposable
{
    /// <summary>The mechanism's IANA name.</summary>
    public string Name => SaslSelection.NameOf(mechanism);

    /// <summary>Whether the initial response can be sent with the command.</summary>
    public bool ClientFirst => mechanism is not (SaslMechanism.Login or SaslMechanism.CramMd5);

    /// <summary>Whether the secret, or a value derived from it, was handed out for sending.</summary>
    public abstract bool HasProved { get; }

    /// <summary>Whether the exchange is complete once the server accepts.</summary>
    public virtual bool IsComplete => true;

    /// <summary>The error an OAuth mechanism sent; null if none.</summary>
    public virtual OAuthErrorFacts? OAuthError => null;

    /// <summary>Why the exchange cannot continue; null if it can.</summary>
    public virtual MailFailure? Fault => null;

    protected SaslMechanism Mechanism => mechanism;

    /// <summary>
    /// Computes the response to a challenge; null if there is none and the exchange must be cancelled. The caller zeroes it.
    /// </summary>
    /// <param name="challenge">The challenge, base64 as received; empty for the initial response.</param>
    /// <param name="clean">Redacts echoes of the credentials.</param>
    /// <param name="cancellationToken">Cancels a lengthy computation.</param>
    public abstract ValueTask<byte[]?> RespondAsync(byte[] challenge, Func<ReadOnlySpan<byte>, string> clean, CancellationToken cancellationToken);

    /// <summary>Restarts after the initial response was not sent; the server will ask for it.</summary>
    public abstract void Rewind();

    /// <summary>Releases what the mechanism holds.</summary>
    public virtual void Dispose()
    {
    }
}
