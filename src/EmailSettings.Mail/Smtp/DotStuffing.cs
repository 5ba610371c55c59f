namespace EmailSettings.Mail.Smtp;

/// <summary>Prepares a message for DATA piece by piece: CRLF for every line end (RFC 5321 §2.3.8), and a dot more before a dot that begins a line (§4.5.2).</summary>
internal sealed class DotStuffing
{
    private byte _last = (byte)'\n';

    /// <summary>How many bytes a piece can become: a bare CR or LF becomes two, and so does a dot.</summary>
    public static int MaxLength(int length) => (length * 2) + 1;

    /// <summary>Writes a piece; returns how many bytes it became.</summary>
    public int Write(ReadOnlySpan<byte> piece, Span<byte> output)
    {
        var at = 0;
        foreach (var b in piece)
        {
            if (_last == (byte)'\r' && b != (byte)'\n')
                Put(output, ref at, (byte)'\n');
            else if (_last != (byte)'\r' && b == (byte)'\n')
                Put(output, ref at, (byte)'\r');
            if (b == (byte)'.' && _last == (byte)'\n')
                output[at++] = b;
            Put(output, ref at, b);
        }

        return at;
    }

    /// <summary>The end of the message: the last line's end where it lacks one, and the lone dot.</summary>
    public ReadOnlyMemory<byte> End() => _last switch
    {
        (byte)'\n' => ".\r\n"u8.ToArray(),
        (byte)'\r' => "\n.\r\n"u8.ToArray(),
        _ => "\r\n.\r\n"u8.ToArray(),
    };

    private void Put(Span<byte> output, ref int at, byte b)
    {
        output[at++] = b;
        _last = b;
    }
}
