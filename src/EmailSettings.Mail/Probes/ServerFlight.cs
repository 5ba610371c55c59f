using System.Buffers.Binary;
using System.Net.Security;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Probes;

/// <summary>
/// Parses the unencrypted part of a server's first flight: in TLS 1.3 the ServerHello, in earlier versions also the certificate and
/// the signed key exchange (RFC 5246 §7.3). The number of bytes is limited.
/// </summary>
internal sealed class ServerFlight
{
    private const int MaxBytes = 64 * 1024;

    private const int RecordHeaderBytes = 5;
    private const int MessageHeaderBytes = 4;
    private const int HandshakeRecord = 22;
    private const int ServerHello = 2;
    private const int Certificate = 11;
    private const int ServerKeyExchange = 12;
    private const int ServerHelloDone = 14;
    private const int RandomBytes = 32;
    private const int KeyShare = 51;
    private const int SupportedVersions = 43;
    private const int NamedCurve = 3;

    private readonly TlsVersion _offered;
    private readonly List<byte> _received = [];
    private readonly List<byte> _messages = [];
    private int _recordsEnd;
    private int _messagesEnd;
    private TlsVersion? _version;
    private TlsCipherSuite _suite;
    private int? _group;
    private int? _diffieHellmanBits;
    private int? _signature;
    private CertificateFacts? _certificate;

    /// <param name="offered">The newest version that was offered.</param>
    public ServerFlight(TlsVersion offered) => _offered = offered;

    /// <summary>Whether nothing that follows matters.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether the server has chosen a version and a cipher suite.</summary>
    public bool HasChosen => _version is not null;

    /// <summary>The server's answer so far.</summary>
    public TlsVersionAnswer Answer
    {
        get
        {
            ReadOnlySpan<byte> received = CollectionsMarshal.AsSpan(_received);
            if (received.IsEmpty)
                return Rejected(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Nothing });
            if (!PeerClassifier.IsTlsRecord(received))
                return Rejected(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Plaintext, Speaks = PeerClassifier.Classify(received), Text = WireText.Decode(received[..Math.Min(received.Length, WireLimits.ExcerptChars)]).TrimEnd('\r', '\n') });
            if (received is [TlsAlerts.RecordType, _, _, _, _, _, var code, ..])
                return Rejected(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Alert, AlertCode = code, AlertName = TlsAlerts.NameOf(code) });
            if (_version is not { } chosen || (chosen != _offered && (chosen > _offered || _offered > TlsVersion.Tls12)))
                return Rejected(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Tls });
            return new TlsVersionAnswer(chosen, true, null)
            {
                CipherSuite = _suite,
                KeyExchangeGroup = _group,
                DiffieHellmanBits = _diffieHellmanBits,
                SignatureScheme = _signature,
                Certificate = _certificate,
            };
        }
    }

    /// <summary>Adds received bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _received.AddRange(bytes);
        ReadOnlySpan<byte> received = CollectionsMarshal.AsSpan(_received);
        IsComplete = received.Length >= MaxBytes || !PeerClassifier.IsTlsRecord(received);
        // A message may span records, and a record may contain several messages (RFC 8446 §5.1).
        while (!IsComplete && received.Length - _recordsEnd >= RecordHeaderBytes)
        {
            var end = _recordsEnd + RecordHeaderBytes + BinaryPrimitives.ReadUInt16BigEndian(received[(_recordsEnd + 3)..]);
            if (end > received.Length)
                return;
            if (received[_recordsEnd] == HandshakeRecord)
                _messages.AddRange(received[(_recordsEnd + RecordHeaderBytes)..end]);
            else
                IsComplete = true;
            _recordsEnd = end;
            ReadMessages();
        }
    }

    private TlsVersionAnswer Rejected(TlsPeerAnswer answer) => new(_offered, false, answer);

    private void ReadMessages()
    {
        while (!IsComplete)
        {
            var rest = new VectorReader(CollectionsMarshal.AsSpan(_messages)[_messagesEnd..]);
            var type = rest.Read8();
            var body = rest.ReadVector24();
            if (rest.IsShort)
                return;
            _messagesEnd += MessageHeaderBytes + body.Length;
            Read(type, new VectorReader(body));
        }
    }

    private void Read(int type, VectorReader message)
    {
        switch (type)
        {
            case ServerHello:
                ReadHello(message);
                // In TLS 1.3 the rest is encrypted; for versions before 1.2 it does not matter.
                IsComplete = _version != TlsVersion.Tls12;
                break;
            case Certificate:
                ReadCertificate(message);
                break;
            case ServerKeyExchange:
                ReadKeyExchange(message);
                break;
            case ServerHelloDone:
                IsComplete = true;
                break;
        }
    }

    private void ReadHello(VectorReader hello)
    {
        var version = hello.Read16();
        hello.Take(RandomBytes);
        hello.ReadVector8();
        var suite = hello.Read16();
        hello.Read8();
        if (hello.IsShort)
            return;
        var extensions = new VectorReader(hello.HasMore ? hello.ReadVector16() : []);
        while (extensions.HasMore)
        {
            var type = extensions.Read16();
            var content = new VectorReader(extensions.ReadVector16());
            if (type == SupportedVersions)
                version = content.Read16();
            else if (type == KeyShare)
                _group = content.Read16();
        }

        _version = TlsVersions.Of(version);
        _suite = (TlsCipherSuite)suite;
    }

    private void ReadCertificate(VectorReader certificates)
    {
        var first = new VectorReader(certificates.ReadVector24()).ReadVector24();
        if (first.IsEmpty)
            return;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(first);
            _certificate = CertificateReader.Facts(certificate);
        }
        catch (CryptographicException)
        {
            // A malformed certificate reveals nothing.
        }
    }

    // RFC 8422 §5.4 and RFC 5246 §7.4.3: the parameters, then the signature algorithm if the suite uses a certificate.
    private void ReadKeyExchange(VectorReader exchange)
    {
        var name = _suite.ToString();
        if (name.Contains("_PSK_", StringComparison.Ordinal))
            return;
        if (name.StartsWith("TLS_ECDH", StringComparison.Ordinal))
        {
            if (exchange.Read8() != NamedCurve)
                return;
            _group = exchange.Read16();
            exchange.ReadVector8();
        }
        else if (name.StartsWith("TLS_DH", StringComparison.Ordinal))
        {
            _diffieHellmanBits = exchange.ReadVector16().TrimStart((byte)0).Length * 8;
            exchange.ReadVector16();
            exchange.ReadVector16();
        }
        else
        {
            return;
        }

        var scheme = exchange.Read16();
        if (!exchange.IsShort)
            _signature = scheme;
    }
}
