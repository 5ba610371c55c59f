using System.Net;
using System.Security.Cryptography;
using System.Text;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Probes;

/// <summary>
/// Builds a ClientHello that offers only TLS 1.3, or a version up to 1.2 from which the server chooses, and reads the answer.
/// Hand-written because the operating system's TLS library refuses the old versions and weak algorithms a probe looks for. The
/// handshake goes no further.
/// </summary>
internal static class ClientHello
{
    private const byte HandshakeRecord = 22;
    private const int ReadBytes = 8 * 1024;
    private const int HandshakeHeaderBytes = 4;
    private const ushort SupportedVersions = 43;
    private const ushort Padding = 21;
    private const ushort X25519 = 29;

    // F5 load balancers hang on hellos of these lengths (RFC 7685 section 1).
    private const int UnsafeFrom = 256;
    private const int UnsafeTo = 512;

    // Suites that servers of any age support (IANA, TLS Cipher Suites), the best first: AEAD and CBC, with and without forward
    // secrecy, then those that no current client offers. A server chooses one of the latter only if it has nothing better.
    private static readonly ushort[] CipherSuites =
    [
        0x1301, 0x1302, 0x1303, 0x1304, 0x1305, 0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xC023, 0xC027, 0xC024, 0xC028, 0xC009, 0xC013, 0xC00A, 0xC014,
        0x009E, 0x009F, 0xCCAA, 0x0067, 0x006B, 0x0033, 0x0039, 0x009C, 0x009D, 0x003C, 0x003D, 0x002F, 0x0035,
        // ECDHE with AES-CCM, Camellia and ARIA; the same with RSA.
        0xC0AC, 0xC0AD, 0xC0AE, 0xC0AF, 0xC086, 0xC087, 0xC08A, 0xC08B, 0xC072, 0xC073, 0xC076, 0xC077, 0xC05C, 0xC05D, 0xC060, 0xC061, 0xC09C, 0xC09D, 0x0041, 0x0084, 0x0096,
        // 3DES, RC4, DES.
        0xC008, 0xC012, 0x0016, 0x000A, 0xC007, 0xC011, 0x0005, 0x0004, 0x0009,
        // DSA.
        0x00A2, 0x00A3, 0x0040, 0x006A, 0x0032, 0x0038,
        // Pre-shared keys.
        0xD001, 0xD002, 0xCCAC, 0xC037, 0xC035, 0x00AA, 0x00A8, 0x00A9, 0x00AE, 0x008C, 0x008D,
        // No certificate, no encryption.
        0x00A6, 0x00A7, 0x006C, 0x006D, 0x0034, 0x003A, 0xC018, 0xC019, 0xC006, 0xC010, 0x003B, 0x0002, 0x0001,
        // Signals support for secure renegotiation (RFC 5746 section 3.3).
        0x00FF,
    ];

    // Signature schemes likewise: SHA-1 and MD5 last.
    private static readonly ushort[] Signatures =
    [
        0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x0401, 0x0501, 0x0601, 0x0807, 0x0808, 0x081A, 0x081B, 0x081C,
        0x0402, 0x0303, 0x0301, 0x0203, 0x0201, 0x0202, 0x0101,
    ];

    private static readonly ushort[] Groups = [.. TlsNames.AllGroups.Select(group => (ushort)group)];

    /// <summary>Builds the record to send.</summary>
    public static byte[] Build(TlsVersion version, string host)
    {
        var body = new List<byte>();
        Add16(body, Number(version < TlsVersion.Tls12 ? version : TlsVersion.Tls12));
        body.AddRange(RandomNumberGenerator.GetBytes(32));
        AddVector8(body, version == TlsVersion.Tls13 ? RandomNumberGenerator.GetBytes(32) : []);
        AddVector16(body, Bytes(CipherSuites));
        AddVector8(body, [0]);
        var extensions = Extensions(version, host);
        var length = HandshakeHeaderBytes + body.Count + 2 + extensions.Count;
        if (length is >= UnsafeFrom and < UnsafeTo)
            AddExtension(extensions, Padding, new byte[Math.Max(UnsafeTo - length - 4, 0)]);
        AddVector16(body, [.. extensions]);

        List<byte> handshake = [1, 0];
        AddVector16(handshake, [.. body]);

        List<byte> record = [HandshakeRecord];
        Add16(record, Number(TlsVersion.Tls10));
        AddVector16(record, [.. handshake]);
        return [.. record];
    }

    /// <summary>Sends a ClientHello and reads what the server answers unencrypted.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before the server chose anything.</exception>
    public static async Task<TlsVersionAnswer> TryAsync(Stream stream, TlsVersion version, string host, CancellationToken cancellationToken)
    {
        var flight = new ServerFlight(version);
        var buffer = new byte[ReadBytes];
        try
        {
            await stream.WriteAsync(Build(version, host), cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            while (!flight.IsComplete)
            {
                var read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                    break;
                flight.Add(buffer.AsSpan(0, read));
            }
        }
        catch (IOException)
        {
            // Some servers reset the connection instead of answering; keep what was received.
        }
        catch (OperationCanceledException) when (flight.HasChosen)
        {
            // What the server has chosen counts even if the rest is slow.
        }

        return flight.Answer;
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
            AddExtension(all, 51, Vector16([.. Bytes([X25519]), .. Vector16(RandomNumberGenerator.GetBytes(32))]));
        }

        return all;
    }

    private static ushort Number(TlsVersion version) => (ushort)TlsVersions.NumberOf(version);

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
