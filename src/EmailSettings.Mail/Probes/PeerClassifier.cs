namespace EmailSettings.Mail.Probes;

/// <summary>Recognizes a protocol by the first bytes that a server sends.</summary>
internal static class PeerClassifier
{
    // How FTP servers identify themselves; the greeting's syntax is that of SMTP.
    private static readonly string[] FtpMarks = ["FTP server", "FTP Service", "vsFTPd", "ProFTPD", "Pure-FTPd", "FileZilla Server"];

    public static PeerProtocol Classify(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return PeerProtocol.Silent;
        if (IsTlsRecord(bytes))
            return PeerProtocol.Tls;
        if (bytes.StartsWith("SSH-"u8))
            return PeerProtocol.Ssh;
        if (bytes.StartsWith("+OK"u8) || bytes.StartsWith("-ERR"u8))
            return PeerProtocol.Pop3;
        if (bytes.StartsWith("* OK"u8) || bytes.StartsWith("* BYE"u8) || bytes.StartsWith("* PREAUTH"u8) || bytes.StartsWith("* BAD"u8))
            return PeerProtocol.Imap;
        if (IsHttp(bytes))
            return PeerProtocol.Http;
        return IsReply(bytes) ? (IsFtp(bytes) ? PeerProtocol.Ftp : PeerProtocol.Smtp) : PeerProtocol.Unknown;
    }

    /// <summary>Whether the bytes start a TLS record (RFC 8446 §5.1): its type, then major version 3.</summary>
    public static bool IsTlsRecord(ReadOnlySpan<byte> bytes) => bytes is [>= 20 and <= 23, 3, ..] or [>= 20 and <= 23];

    /// <summary>Whether a greeting in SMTP syntax identifies an FTP server.</summary>
    public static bool IsFtp(ReadOnlySpan<byte> line)
    {
        var text = Wire.WireText.Decode(line);
        return text.StartsWith("220", StringComparison.Ordinal)
            && FtpMarks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsHttp(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("HTTP/"u8) || StartsWithFolded(bytes, "<!doctype html"u8) || StartsWithFolded(bytes, "<html"u8);

    private static bool StartsWithFolded(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> lower)
    {
        if (bytes.Length < lower.Length)
            return false;
        return System.Text.Ascii.EqualsIgnoreCase(bytes[..lower.Length], lower);
    }

    private static bool IsReply(ReadOnlySpan<byte> bytes) =>
        bytes is [>= (byte)'2' and <= (byte)'5', >= (byte)'0' and <= (byte)'9', >= (byte)'0' and <= (byte)'9', (byte)' ' or (byte)'-' or (byte)'\r' or (byte)'\n', ..];
}
