namespace EmailSettings.Mail.Sasl;

/// <summary>The client's side of one exchange by a mechanism that is not our own.</summary>
public interface ISaslClient
{
    /// <summary>The mechanism has run to its end, the server's own proof included where it has one.</summary>
    bool IsComplete { get; }

    /// <summary>The response to a challenge.</summary>
    /// <param name="challenge">The challenge, decoded; empty for the initial response.</param>
    /// <param name="cancellationToken">Ends the wait for a response that takes long.</param>
    /// <exception cref="SaslClientException">There is none: the exchange cannot go on.</exception>
    ValueTask<byte[]> RespondAsync(ReadOnlyMemory<byte> challenge, CancellationToken cancellationToken);
}
