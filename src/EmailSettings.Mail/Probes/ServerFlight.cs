using System.Buffers.Binary;
using System.Net.Security;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Tls;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Probes;

/// <summary>
/// What a server answers to a ClientHello, as far as it goes in the clear: in TLS 1.3 the ServerHello, before it the certificate
/// and the signed key exchange as well (RFC 5246 §7.3). Bounded: what goes on beyond that is not read.
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

    private readonly TlsVersion _asked;
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

    /// <param name="asked">The newest version that was offered.</param>
    public ServerFlight(TlsVersion asked) => _asked = asked;

    /// <summary>Nothing that comes is of interest any more.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The server has chosen a version and a cipher suite.</summary>
    public bool HasChosen => _version is not null;

    /// <summary>What the bytes so far mean.</summary>
    public TlsVersionAnswer Answer
    {
        get
        {
            ReadOnlySpan<byte> received = CollectionsMarshal.AsSpan(_received);
            if (received.IsEmpty)
                return Refused(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Nothing });
            if (!PeerClassifier.IsTlsRecord(received))
                return Refused(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Plaintext, Speaks = PeerClassifier.Classify(received), Text = WireText.Decode(received[..Math.Min(received.Length, WireLimits.ExcerptChars)]).TrimEnd('\r', '\n') });
            if (received is [TlsAlerts.RecordType, _, _, _, _, _, var code, ..])
                return Refused(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Alert, AlertCode = code, AlertName = TlsAlerts.NameOf(code) });
            if (_version is not { } taken || (taken != _asked && (taken > _asked || _asked > TlsVersion.Tls12)))
                return Refused(new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Tls });
            return new TlsVersionAnswer(taken, true, null)
            {
                CipherSuite = _suite,
                KeyExchangeGroup = _group,
                DiffieHellmanBits = _diffieHellmanBits,
                SignatureScheme = _signature,
                Certificate = _certificate,
            };
        }
    }

    /// <summary>Takes what came.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        _received.AddRange(bytes);
        ReadOnlySpan<byte> received = CollectionsMarshal.AsSpan(_received);
        IsComplete = received.Length >= MaxBytes || !PeerClassifier.IsTlsRecord(received);
        // A message may be spread over records, and a record hold several (RFC 8446 §5.1).
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

    private TlsVersionAnswer Refused(TlsPeerAnswer answer) => new(_asked, false, answer);

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
                // What comes after it is encrypted in TLS 1.3; of versions before 1.2 nothing more is of interest.
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
            _certificate = CertificateReading.Facts(certificate);
        }
        catch (CryptographicException)
        {
            // A certificate that cannot be read tells nothing.
        }
    }

    // RFC 8422 §5.4 and RFC 5246 §7.4.3: the parameters, then how they are signed where the suite has a certificate.
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
