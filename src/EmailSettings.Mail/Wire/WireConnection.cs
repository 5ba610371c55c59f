using System.Net.Security;
using System.Security.Cryptography;
using System.Text;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Transcripts;

namespace EmailSettings.Mail.Wire;

/// <summary>Sends and receives lines on one connection, before and after TLS, and logs them to the transcript.</summary>
internal sealed class WireConnection : IDisposable
{
    private readonly ITransport _transport;
    private Stream _stream;
    private LineReader _reader;
    private readonly Redactor _redactor;

    public WireConnection(ITransport transport, MailTranscript transcript, Redactor redactor)
    {
        _transport = transport;
        _redactor = redactor;
        Transcript = transcript;
        _stream = transport.Stream;
        _reader = new LineReader(_stream, NoReply);
    }

    public MailTranscript Transcript { get; }

    /// <summary>The current stream: the transport's, or TLS over it.</summary>
    public Stream Stream => _stream;

    /// <summary>The size of the receive buffer in bytes.</summary>
    public int BufferCapacity => _reader.Capacity;

    /// <summary>The number of unsolicited bytes received.</summary>
    public int Unread => _reader.Pending.Length + _transport.Available;

    /// <summary>The received part of an incomplete line; null if none.</summary>
    public string? PartialLine => _reader.Pending.IsEmpty ? null : Excerpt(_reader.Pending);

    /// <summary>Continues over another stream; bytes received before are discarded.</summary>
    public void SwitchTo(Stream stream)
    {
        _reader.Dispose();
        _stream = stream;
        _reader = new LineReader(stream, NoReply);
    }

    /// <summary>Redacts a SASL response that is about to be sent from everything read afterwards.</summary>
    public void HideResponse(ReadOnlySpan<byte> response) => _redactor.HideResponse(response);

    /// <summary>The line read last, without its line ending; valid until the next read.</summary>
    public ReadOnlySpan<byte> Line => _reader.Line.Span;

    /// <summary>
    /// Reads the next <see cref="Line"/>. The caller adds it to the transcript, since only the protocol's state tells what may be
    /// shown.
    /// </summary>
    public Task ReadLineAsync(ReplyBudget budget, CancellationToken cancellationToken) =>
        _reader.ReadLineAsync(budget, cancellationToken);

    /// <summary>Reads bytes of a literal, at least one.</summary>
    public ValueTask<int> ReadSomeAsync(Memory<byte> into, CancellationToken cancellationToken) => _reader.ReadSomeAsync(into, cancellationToken);

    /// <summary>Decodes, redacts and escapes bytes.</summary>
    public string Clean(ReadOnlySpan<byte> bytes) => _redactor.Clean(bytes);

    /// <summary>Gets the beginning of the bytes, redacted and escaped, for a failure.</summary>
    public string Excerpt(ReadOnlySpan<byte> bytes) => _redactor.Clean(bytes.TrimEnd("\r\n"u8), WireLimits.ExcerptChars);

    /// <summary>Creates a failure for bytes that are not a complete reply.</summary>
    public WireException NoReply(MailFailureKind kind, ReadOnlySpan<byte> bytes) =>
        WireException.NoReply(kind, bytes, bytes.IsEmpty ? null : Excerpt(bytes));

    /// <summary>Sends one command, adding CRLF.</summary>
    public ValueTask SendAsync(string line, CancellationToken cancellationToken)
    {
        Transcript.Add(TranscriptDirection.Client, _redactor.Clean(line));
        return WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken);
    }

    /// <summary>
    /// Sends a command that contains a secret, including CRLF, and zeroes its buffer. The transcript shows
    /// <paramref name="shown"/>.
    /// </summary>
    public async ValueTask SendSecretAsync(byte[] line, string shown, CancellationToken cancellationToken)
    {
        try
        {
            Transcript.Add(TranscriptDirection.Client, shown);
            await WriteAsync(line, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(line);
        }
    }

    /// <summary>Sends bytes. Neither sockets nor TLS have anything to flush.</summary>
    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => _stream.WriteAsync(bytes, cancellationToken);

    /// <summary>Ends TLS with close_notify (RFC 8446 §6.1), if TLS is in use and the server still listens.</summary>
    public async ValueTask ShutDownAsync()
    {
        if (_stream is not SslStream tls)
            return;
        try
        {
            await tls.ShutdownAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // The server closed first, which is allowed.
        }
    }

    /// <summary>Closes the connection immediately.</summary>
    public void Dispose()
    {
        _transport.Dispose();
        if (_stream != _transport.Stream)
            _stream.Dispose();
        _reader.Dispose();
    }
}
