using System.Net.Security;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tls;

/// <summary>Parses this machine's own ClientHello: nothing else reveals what the TLS library offers under the system's policies.</summary>
internal static class TlsOfferReader
{
    private const int HandshakeRecord = 22;
    private const int ClientHello = 1;
    private const int SupportedGroups = 10;
    private const int SignatureAlgorithms = 13;
    private const int RandomBytes = 32;

    /// <summary>Gets what a client's first bytes offer; null if they are not a ClientHello in one record.</summary>
    public static TlsOffer? TryRead(ReadOnlySpan<byte> sent)
    {
        var record = new VectorReader(sent);
        if (record.Read8() != HandshakeRecord)
            return null;
        record.Read16();
        var message = new VectorReader(record.ReadVector16());
        if (message.Read8() != ClientHello)
            return null;
        var hello = new VectorReader(message.ReadVector24());
        hello.Read16();
        hello.Take(RandomBytes);
        hello.ReadVector8();
        var suites = VectorReader.Numbers(hello.ReadVector16());
        hello.ReadVector8();
        if (record.IsShort || message.IsShort || hello.IsShort)
            return null;
        IReadOnlyList<int> groups = [], signatures = [];
        var extensions = new VectorReader(hello.ReadVector16());
        while (extensions.HasMore)
        {
            var type = extensions.Read16();
            var content = new VectorReader(extensions.ReadVector16());
            if (type == SupportedGroups)
                groups = VectorReader.Numbers(content.ReadVector16());
            else if (type == SignatureAlgorithms)
                signatures = VectorReader.Numbers(content.ReadVector16());
        }

        return new TlsOffer([.. suites.Select(suite => (TlsCipherSuite)suite)], groups, signatures);
    }
}
