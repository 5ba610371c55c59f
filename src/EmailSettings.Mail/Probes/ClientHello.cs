using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Text;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Probes;

/// <summary>
/// Builds a ClientHello that offers only TLS 1.3, or TLS 1.2 and earlier, and reads the first record of the answer. Hand-written
/// because the operating system's TLS library refuses the old versions a probe looks for. The handshake goes no further.
/// </summary>
internal static class ClientHello
{
    private const byte HandshakeRecord = 22;
    private const byte ServerHello = 2;
    private const int RecordHeaderBytes = 5;
    private const int MaxRecordBytes = 16 * 1024;
    private const ushort SupportedVersions = 43;

    // Suites that servers of any age support: AEAD and CBC, with and without forward secrecy (IANA, TLS Cipher Suites).
    private static readonly ushort[] CipherSuites =
    [
        0x1301, 0x1302, 0x1303, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC023, 0xC027, 0xC009, 0xC013, 0xC00A, 0xC014,
        0x009E, 0x009F, 0x0033, 0x0039, 0x009C, 0x009D, 0x003C, 0x003D, 0x002F, 0x0035, 0x000A,
    ];

    private static readonly ushort[] Groups = [0x001D, 0x0017, 0x0018, 0x0019];
    private static readonly ushort[] Signatures = [0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201];

    /// <summary>Builds the record to send.</summary>
    public static byte[] Build(TlsVersion version, string host)
    {
        var body = new List<byte>();
        Add16(body, Math.Min(Number(version), Number(TlsVersion.Tls12)));
        body.AddRange(RandomNumberGenerator.GetBytes(32));
        AddVector8(body, version == TlsVersion.Tls13 ? RandomNumberGenerator.GetBytes(32) : []);
        AddVector16(body, Bytes(CipherSuites));
        AddVector8(body, [0]);
        AddVector16(body, [.. Extensions(version, host)]);

        List<byte> handshake = [1, 0];
        Add16(handshake, (ushort)body.Count);
        handshake.AddRange(body);

        List<byte> record = [HandshakeRecord];
        Add16(record, Number(TlsVersion.Tls10));
        AddVector16(record, [.. handshake]);
        return [.. record];
    }

    /// <summary>Sends a ClientHello and reads the first record of the answer.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<TlsVersionAnswer> TryAsync(Stream stream, TlsVersion version, string host, CancellationToken cancellationToken)
    {
        var buffer = new byte[RecordHeaderBytes + MaxRecordBytes];
        var length = 0;
        try
        {
            await stream.WriteAsync(Build(version, host), cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            while (length < Wanted(buffer.AsSpan(0, length)))
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                length += read;
            }
        }
        catch (IOException)
        {
            // Some servers reset the connection instead of answering; keep what was received.
        }

        return Judge(version, buffer.AsSpan(0, length));
    }

    /// <summary>Interprets an answer.</summary>
    internal static TlsVersionAnswer Judge(TlsVersion version, ReadOnlySpan<byte> answer)
    {
        if (answer.IsEmpty)
            return new TlsVersionAnswer(version, false, new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Nothing });
        if (!PeerClassifier.IsTlsRecord(answer))
            return new TlsVersionAnswer(version, false, new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Plaintext, Speaks = PeerClassifier.Classify(answer), Text = WireText.Decode(answer[..Math.Min(answer.Length, WireLimits.ExcerptChars)]).TrimEnd('\r', '\n') });
        if (answer[0] == TlsAlerts.RecordType && answer.Length >= RecordHeaderBytes + 2)
        {
            int code = answer[RecordHeaderBytes + 1];
            return new TlsVersionAnswer(version, false, new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Alert, AlertCode = code, AlertName = TlsAlerts.NameOf(code) });
        }

        var (chosen, suite) = answer[0] == HandshakeRecord ? Chosen(answer[RecordHeaderBytes..]) : default;
        return chosen is { } taken && (taken == version || (taken < version && version <= TlsVersion.Tls12))
            ? new TlsVersionAnswer(taken, true, null) { CipherSuite = (TlsCipherSuite)suite }
            : new TlsVersionAnswer(version, false, new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Tls });
    }

    // type(1) length(3) version(2) random(32) session_id<0..32> cipher(2) compression(1) extensions<0..2^16>; RFC 8446 §4.1.3.
    private static (TlsVersion? Version, ushort Suite) Chosen(ReadOnlySpan<byte> handshake)
    {
        if (handshake.Length < 39 || handshake[0] != ServerHello || handshake.Length < 41 + handshake[38])
            return default;
        return (Version(ChosenVersion(handshake)), BinaryPrimitives.ReadUInt16BigEndian(handshake[(39 + handshake[38])..]));
    }

    private static int ChosenVersion(ReadOnlySpan<byte> handshake)
    {
        var chosen = BinaryPrimitives.ReadUInt16BigEndian(handshake[4..]);
        var extensions = 39 + handshake[38] + 5;
        while (extensions + 4 <= handshake.Length)
        {
            var type = BinaryPrimitives.ReadUInt16BigEndian(handshake[extensions..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(handshake[(extensions + 2)..]);
            if (type == SupportedVersions && length == 2 && extensions + 6 <= handshake.Length)
                return BinaryPrimitives.ReadUInt16BigEndian(handshake[(extensions + 4)..]);
            extensions += 4 + length;
        }

        return chosen;
    }

    private static int Wanted(ReadOnlySpan<byte> received)
    {
        if (received.Length < RecordHeaderBytes)
            return RecordHeaderBytes;
        return PeerClassifier.IsTlsRecord(received)
            ? RecordHeaderBytes + Math.Min((int)BinaryPrimitives.ReadUInt16BigEndian(received[3..]), MaxRecordBytes)
            : 0;
    }

    private static List<byte> Extensions(TlsVersion version, string host)
    {
        var all = new List<byte>();
        if (!IPAddress.TryParse(host, out _))
            AddExtension(all, 0, Vector16([0, .. Vector16(Encoding.ASCII.GetBytes(host))]));
        AddExtension(all, 10, Vector16(Bytes(Groups)));
        AddExtension(all, 11, [1, 0]);
        if (version >= TlsVersion.Tls12)
            AddExtension(all, 13, Vector16(Bytes(Signatures)));
        AddExtension(all, 23, []);
        if (version == TlsVersion.Tls13)
        {
            AddExtension(all, SupportedVersions, [2, .. Bytes([Number(version)])]);
            // Any 32 bytes are a public key of X25519 (RFC 7748 §5); the shared secret is never needed.
            AddExtension(all, 51, Vector16([.. Bytes([Groups[0]]), .. Vector16(RandomNumberGenerator.GetBytes(32))]));
        }

        return all;
    }

    private static ushort Number(TlsVersion version) => version switch
    {
        TlsVersion.Tls10 => 0x0301,
        TlsVersion.Tls11 => 0x0302,
        TlsVersion.Tls12 => 0x0303,
        _ => 0x0304,
    };

    private static TlsVersion? Version(int number) => number switch
    {
        0x0301 => TlsVersion.Tls10,
        0x0302 => TlsVersion.Tls11,
        0x0303 => TlsVersion.Tls12,
        0x0304 => TlsVersion.Tls13,
        _ => null,
    };

    private static void AddExtension(List<byte> all, ushort type, byte[] content)
    {
        Add16(all, type);
        AddVector16(all, content);
    }

    private static byte[] Vector16(byte[] content) => [(byte)(content.Length >> 8), (byte)content.Length, .. content];

    private static byte[] Bytes(ushort[] numbers) => [.. numbers.SelectMany(number => new[] { (byte)(number >> 8), (byte)number })];

    private static void Add16(List<byte> to, ushort number) => to.AddRange([(byte)(number >> 8), (byte)number]);

    private static void AddVector16(List<byte> to, byte[] content) => to.AddRange(Vector16(content));

    private static void AddVector8(List<byte> to, byte[] content)
    {
        to.Add((byte)content.Length);
        to.AddRange(content);
    }
}
