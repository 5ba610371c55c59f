using System.Buffers;

namespace EmailSettings.Mail.Wire;

/// <summary>
/// Reads lines and literals from a stream through one pooled buffer that never grows beyond the longest line allowed. Not a
/// PipeReader, because a reply cut short by its deadline must still be shown, and a pipe returns examined bytes only once more
/// arrive.
/// </summary>
internal sealed class LineReader : IDisposable
{
    private const int InitialBytes = 4 * 1024;

    private readonly Stream _stream;
    private readonly Func<MailFailureKind, ReadOnlySpan<byte>, WireException> _noReply;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private int _examined;

    /// <param name="stream">The source; not disposed.</param>
    /// <param name="noReply">Creates a failure from the bytes received.</param>
    public LineReader(Stream stream, Func<MailFailureKind, ReadOnlySpan<byte>, WireException> noReply)
    {
        _stream = stream;
        _noReply = noReply;
        _buffer = ArrayPool<byte>.Shared.Rent(InitialBytes);
    }

    /// <summary>The bytes received but not yet consumed.</summary>
    public ReadOnlySpan<byte> Pending => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The size of the buffer in bytes.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>The line read last, without its line ending; valid until the next read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>
    /// Reads the next <see cref="Line"/>. A bare LF ends a line too, since some servers send it and rejecting it would gain
    /// nothing.
    /// </summary>
    /// <exception cref="WireException">The line or the reply is too long, or the connection was closed.</exception>
    public async Task ReadLineAsync(ReplyBudget budget, CancellationToken cancellationToken)
    {
        while (true)
        {
            var newline = _buffer.AsSpan(_examined, _end - _examined).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                Line = TakeLine(_examined + newline, budget);
                return;
            }

            _examined = _end;
            if (_end - _start >= WireLimits.LineBytes)
                throw _noReply(MailFailureKind.TooLong, Pending);
            Keep(await _stream.ReadAsync(Room(), cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Reads the next bytes of a literal, at least one.</summary>
    /// <exception cref="WireException">The connection was closed.</exception>
    public async ValueTask<int> ReadSomeAsync(Memory<byte> into, CancellationToken cancellationToken)
    {
        if (_start == _end)
            Keep(await _stream.ReadAsync(Room(), cancellationToken).ConfigureAwait(false));
        var count = Math.Min(into.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(into.Span);
        _start += count;
        _examined = _start;
        return count;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        _start = _end = _examined = 0;
        Line = default;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private ReadOnlyMemory<byte> TakeLine(int newline, ReplyBudget budget)
    {
        var line = _buffer.AsMemory(_start, newline - _start);
        if (line.Length + 1 > WireLimits.LineBytes)
            throw _noReply(MailFailureKind.TooLong, line.Span);
        if (!budget.Spend(line.Length + 1))
            throw _noReply(MailFailureKind.TooLong, line.Span);
        _start = _examined = newline + 1;
        return !line.IsEmpty && line.Span[^1] == (byte)'\r' ? line[..^1] : line;
    }

    private void Keep(int read)
    {
        if (read == 0)
            throw _noReply(MailFailureKind.Disconnected, Pending);
        _end += read;
    }

    private Memory<byte> Room()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _examined -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(_end);
    }
}
