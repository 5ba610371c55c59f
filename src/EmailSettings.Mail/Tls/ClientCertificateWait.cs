using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Detects a server's rejection of a missing client certificate. In TLS 1.3 the client's handshake is complete before the server
/// checks the requested certificate (RFC 8446 §4.4.2.4), so it may be the first step over TLS that fails.
/// </summary>
internal sealed class ClientCertificateWait
{
    private bool _isPending;

    /// <summary>Records the end of a handshake.</summary>
    /// <param name="wasAsked">Whether the server requested a client certificate.</param>
    public void Begin(bool wasAsked) => _isPending = wasAsked;

    /// <summary>
    /// Wraps a step. If it is the first one after such a handshake and the connection ends during it, it fails as
    /// <see cref="MailFailureKind.ClientCertificateRequired"/>.
    /// </summary>
    public Func<CancellationToken, Task<T>> Watch<T>(Func<CancellationToken, Task<T>> step) => _isPending ? token => RunAsync(step, token) : step;

    private async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is IOException or SocketException or WireException { Failure.Kind: MailFailureKind.Disconnected })
        {
            throw new WireException(new MailFailure { Kind = MailFailureKind.ClientCertificateRequired, Detail = $"{e.GetType().Name}: {(e.InnerException ?? e).Message}" });
        }
        finally
        {
            _isPending = false;
        }
    }
}
