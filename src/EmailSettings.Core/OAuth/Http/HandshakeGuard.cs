using System.Text;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>
/// A stream that verifies that the first answer to a TLS handshake is TLS. SslStream takes some plaintext for the header of a
/// long record, waits for the rest, and does not report what it received.
/// </summary>
/// <param name="inner">The connection.</param>
/// <param name="watch">Receives whether a handshake is waiting for its answer.</param>
internal sealed class HandshakeGuard(Stream inner, HandshakeWatch watch) : Stream
{
    // TLS record content types: change_cipher_spec to application_data (RFC 8446 section 5.1).
    private const byte FirstType = 20;
    private const byte Handshake = 22;
    private const byte LastType = 23;

    private bool _isWaiting;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_isWaiting && !buffer.IsEmpty) Check(buffer.Span[..read]);
        return read;
    }

    // Proxy responses precede the first handshake and do not count.
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer is { IsEmpty: false } && buffer.Span[0] == Handshake) _isWaiting = watch.IsWaiting = true;
        return inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void Check(ReadOnlySpan<byte> answer)
    {
        _isWaiting = watch.IsWaiting = false;
        if (answer.IsEmpty || answer[0] is >= FirstType and <= LastType) return;
        var line = Encoding.Latin1.GetString(answer[..Math.Min(answer.Length, 200)]).TrimStart().Split('\r', '\n')[0];
        throw new EndpointTlsException($"it does not speak TLS: it answered '{DisplayText.Shorten(line)}'.");
    }
}
