using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// A stream between TLS and the transport that records how the handshake began on either side, and the peer's last alert.
/// </summary>
internal sealed class HandshakeTap : Stream
{
    private const int HeadBytes = 512;

    // More than a ClientHello with post-quantum key shares.
    private const int OfferBytes = 4 * 1024;
    private const int RecordHeaderBytes = 5;

    private readonly Stream _inner;
    private readonly byte[] _header = new byte[RecordHeaderBytes + 2];
    private byte[]? _head = new byte[HeadBytes];
    private int _headLength;
    private byte[]? _sent = new byte[OfferBytes];
    private int _sentLength;
    private int _inRecord;
    private int _recordLength;
    private int? _alert;
    private bool _recording = true;

    public HandshakeTap(Stream inner) => _inner = inner;

    /// <summary>The peer's answer so far.</summary>
    public TlsPeerAnswer Answer
    {
        get
        {
            var head = _head.AsSpan(0, _headLength);
            if (head.IsEmpty)
                return new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Nothing };
            if (!PeerClassifier.IsTlsRecord(head))
                return new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Plaintext, Speaks = PeerClassifier.Classify(head), Text = WireText.Decode(head).TrimEnd('\r', '\n') };
            return _alert is { } alert
                ? new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Alert, AlertCode = alert, AlertName = TlsAlerts.NameOf(alert) }
                : new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Tls };
        }
    }

    /// <summary>What this machine offered; null if it sent no ClientHello.</summary>
    public TlsOffer? Offer => TlsOfferReader.TryRead(_sent.AsSpan(0, _sentLength));

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Stops recording; bytes then only pass through.</summary>
    public void Stop()
    {
        _recording = false;
        _head = null;
        _headLength = 0;
        _sent = null;
        _sentLength = 0;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (_recording)
            Record(buffer.Span[..read]);
        return read;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var taken = Math.Min(buffer.Length, (_sent?.Length ?? 0) - _sentLength);
        buffer.Span[..taken].CopyTo(_sent.AsSpan(_sentLength));
        _sentLength += taken;
        return _inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

    public override void Flush() => _inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // Alerts sent before the keys are agreed are records of type 21 with two plaintext bytes (RFC 8446 §6); encrypted ones are
    // longer.
    private void Record(ReadOnlySpan<byte> bytes)
    {
        var take = Math.Min(bytes.Length, HeadBytes - _headLength);
        bytes[..take].CopyTo(_head.AsSpan(_headLength));
        _headLength += take;
        foreach (var b in bytes)
        {
            if (_inRecord < _header.Length)
                _header[_inRecord] = b;
            _inRecord++;
            if (_inRecord == RecordHeaderBytes)
                _recordLength = (_header[3] << 8) | _header[4];
            if (_inRecord < RecordHeaderBytes || _inRecord < RecordHeaderBytes + _recordLength)
                continue;
            if (_header[0] == TlsAlerts.RecordType && _recordLength == 2)
                _alert = _header[RecordHeaderBytes + 1];
            _inRecord = 0;
        }
    }
}
