using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Waits for what a server says to a client certificate that was not given. In TLS 1.3 the handshake has ended for us before the
/// server looks at the certificate that it asked for (RFC 8446 §4.4.2.4), so the first step over TLS may fail for the want of it.
/// </summary>
internal sealed class ClientCertificateWait
{
    private bool _isPending;

    /// <summary>A handshake has ended.</summary>
    /// <param name="wasAsked">The server asked for a certificate in it.</param>
    public void Begin(bool wasAsked) => _isPending = wasAsked;

    /// <summary>
    /// The step; as the first one after such a handshake it fails as <see cref="MailFailureKind.ClientCertificateRequired"/>
    /// where the connection ends in it.
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
