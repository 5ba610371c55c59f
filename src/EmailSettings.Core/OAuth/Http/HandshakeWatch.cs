namespace EmailSettings.Core.OAuth.Http;

/// <summary>
/// Whether the last TLS handshake of a client still waits for its first answer: a silence there has causes of its own.
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
