using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail;

/// <summary>
/// Which steps of a session are possible, by connection, handshake and greeting. A step at the wrong time is an error of the
/// caller; after the session has ended, none is checked, because each then fails for that reason.
/// </summary>
/// <param name="tlsMode">The TLS mode of the endpoint.</param>
/// <param name="hasEnded">Returns whether the session has ended.</param>
internal sealed class StepOrder(TlsMode tlsMode, Func<bool> hasEnded)
{
    private bool _isConnected;
    private bool _isGreeted;
    private bool _isHandshakeDue = tlsMode == TlsMode.Implicit;

    /// <summary>Whether TLS is established.</summary>
    public bool IsEncrypted { get; private set; }

    public void Connect() => _isConnected = true;

    public void Greet() => _isGreeted = true;

    public void BeginHandshake() => _isHandshakeDue = true;

    public void EndHandshake()
    {
        _isHandshakeDue = false;
        IsEncrypted = true;
    }

    public void RequireNoConnection() => Require(!_isConnected, "The session is connected already.");

    public void RequireHandshakeDue() => Require(_isConnected && _isHandshakeDue, "A handshake is not due.");

    public void RequireGreetingDue() => Require(hasEnded() || (_isConnected && !_isHandshakeDue && !_isGreeted), "A greeting is not due.");

    public void RequireNoTls() => Require(!IsEncrypted, "TLS is up already.");

    /// <summary>Requires that no handshake is under way, for the command that ends the session.</summary>
    public void RequireNoHandshake(string command) =>
        Require(hasEnded() || (_isConnected && !_isHandshakeDue), $"{command} comes before or after a handshake.");

    /// <summary>Requires that a command may be sent: greeted, and no handshake due.</summary>
    public void RequireReady(string command)
    {
        if (hasEnded())
            return;
        Require(_isConnected && _isGreeted, $"{command} comes after the greeting.");
        Require(!_isHandshakeDue, $"{command} comes after the handshake.");
    }

    /// <summary>As <see cref="RequireReady"/>, and requires TLS if the endpoint uses it.</summary>
    public void RequireSecured(string command)
    {
        RequireReady(command);
        Require(hasEnded() || IsEncrypted || tlsMode == TlsMode.None, $"{command} comes after STARTTLS.");
    }

    /// <summary>Requires TLS before a secret is sent, unless the endpoint has none and the caller allows it.</summary>
    /// <exception cref="WireException">TLS is required but not established.</exception>
    public void RequireSecrecy(bool allowPlaintext)
    {
        if (!IsEncrypted && !(allowPlaintext && tlsMode == TlsMode.None))
            throw new WireException(new MailFailure { Kind = MailFailureKind.PlaintextNotAllowed });
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new InvalidOperationException(message);
    }
}
