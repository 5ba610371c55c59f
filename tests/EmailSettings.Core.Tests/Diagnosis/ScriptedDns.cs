using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>A DNS server on a loopback port with the given records (RFC 1035 section 4) and no other names.</summary>
internal sealed class ScriptedDns : IAsyncDisposable
{
    private const int NameError = 3;

    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _asked = [];
    private readonly Task _serving;

    public ScriptedDns() => _serving = ServeAsync();

    /// <summary>Name and type (<c>example.test MX</c>) to records; a name exists even if it has no record of a type.</summary>
    public Dictionary<string, string[]> Records { get; } = [];

    /// <summary>The response code of every answer; null for the correct one, -1 for no answer.</summary>
    public int? Code { get; init; }

    public IPEndPoint EndPoint => (IPEndPoint)_socket.Client.LocalEndPoint!;

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked) return [.. _asked];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync(_stop.Token);
                if (Code != -1) await _socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint, _stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the test.
        }
    }

    private byte[] Answer(byte[] question)
    {
        var labels = new List<string>();
        var at = 12;
        for (; question[at] > 0; at += question[at] + 1) labels.Add(Encoding.ASCII.GetString(question, at + 1, question[at]));
        var type = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(at + 1)) switch { 1 => "A", 15 => "MX", 16 => "TXT", _ => "AAAA" };
        var name = string.Join('.', labels).ToLowerInvariant();
        lock (_asked) _asked.Add($"{name} {type}");
        var records = Records.GetValueOrDefault($"{name} {type}") ?? [];
        var code = Code ?? (Records.Keys.Any(key => key.Split(' ')[0] == name) ? 0 : NameError);
        return
        [
            .. question[..2], 0x81, (byte)(0x80 | code), 0, 1, 0, (byte)(code == 0 ? records.Length : 0), 0, 0, 0, 0, .. question[12..(at + 5)],
            .. code == 0 ? records.SelectMany(record => Record(type, record)) : [],
        ];
    }

    // Each points back to the name in the question.
    private static byte[] Record(string type, string text)
    {
        var data = type switch
        {
            "A" => IPAddress.Parse(text).GetAddressBytes(),
            "MX" => [0, byte.Parse(text.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), .. Name(text.Split(' ')[1])],
            _ => (byte[])[.. text.Chunk(200).SelectMany(part => (byte[])[(byte)part.Length, .. Encoding.UTF8.GetBytes(part)])],
        };
        var number = type switch { "A" => 1, "MX" => 15, _ => 16 };
        return [0xC0, 12, 0, (byte)number, 0, 1, 0, 0, 0, 60, (byte)(data.Length >> 8), (byte)data.Length, .. data];
    }

    private static byte[] Name(string name) =>
        [.. name.Split('.', StringSplitOptions.RemoveEmptyEntries).SelectMany(label => (byte[])[(byte)label.Length, .. Encoding.ASCII.GetBytes(label)]), 0];
}
