namespace EmailSettings.Core.OAuth.Http;

/// <summary>
/// Tracks whether the last TLS handshake is still waiting for its first answer: a timeout then has different causes.
/// </summary>
internal sealed class HandshakeWatch
{
    private volatile bool _isWaiting;

    public bool IsWaiting
    {
        get => _isWaiting;
        set => _isWaiting = value;
    }
}
