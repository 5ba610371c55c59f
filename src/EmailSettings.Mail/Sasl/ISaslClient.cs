namespace EmailSettings.Mail.Sasl;

/// <summary>The client side of one exchange, for a mechanism implemented outside this library.</summary>
public interface ISaslClient : IDisposable
{
    /// <summary>Whether the exchange is complete, including the server's proof if the mechanism has one.</summary>
    bool IsComplete { get; }

    /// <summary>Computes the response to a challenge.</summary>
    /// <param name="challenge">The challenge, decoded; empty for the initial response.</param>
    /// <param name="cancellationToken">Cancels a lengthy computation.</param>
    /// <exception cref="SaslClientException">The exchange cannot continue.</exception>
    ValueTask<byte[]> RespondAsync(ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken);
}
