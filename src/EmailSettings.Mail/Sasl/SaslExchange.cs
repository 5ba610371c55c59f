using System.Text;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Sasl;

/// <summary>The client's side of one exchange (RFC 4422): what to answer to each challenge. Both protocols put it into base64 themselves.</summary>
internal sealed class SaslExchange
{
    private readonly SaslMechanism _mechanism;
    private readonly MailCredential _credential;
    private readonly string _host;
    private readonly int _port;
    private int _answered;

    /// <exception cref="WireException">User or secret cannot be carried by the mechanism.</exception>
    public SaslExchange(SaslMechanism mechanism, MailCredential credential, string host, int port)
    {
        _mechanism = mechanism;
        _credential = credential;
        _host = host;
        _port = port;
        WireInput.RequireLine(credential.User, nameof(MailCredential.User));
        WireInput.RequireNoNul(credential.Secret, nameof(MailCredential.Secret));
        if (IsOAuth)
            RequireToken();
    }

    /// <summary>The mechanism's IANA name.</summary>
    public string Name => SaslSelection.NameOf(_mechanism);

    /// <summary>The first response can go with the command, unasked for.</summary>
    public bool ClientFirst => _mechanism != SaslMechanism.Login;

    /// <summary>What an OAuth mechanism gave as its reason, if it did.</summary>
    public OAuthErrorFacts? OAuthError { get; private set; }

    private bool IsOAuth => _mechanism is SaslMechanism.XOAuth2 or SaslMechanism.OAuthBearer;

    /// <summary>The answer to a challenge, or null where the mechanism knows none: the exchange is to be cancelled. The caller zeroes it.</summary>
    /// <param name="challenge">The challenge, base64 as received; empty for the initial response.</param>
    /// <param name="clean">Takes echoes of the credentials out of text.</param>
    public byte[]? Respond(ReadOnlySpan<byte> challenge, Func<ReadOnlySpan<byte>, string> clean)
    {
        _answered++;
        return (_mechanism, _answered) switch
        {
            (SaslMechanism.Plain, 1) => Join("\0"u8, Encoding.UTF8.GetBytes(_credential.User), "\0"u8, _credential.Secret),
            (SaslMechanism.Login, 1) => Encoding.UTF8.GetBytes(_credential.User),
            (SaslMechanism.Login, 2) => _credential.Secret.ToArray(),
            (SaslMechanism.XOAuth2, 1) => XOAuth2(),
            (SaslMechanism.OAuthBearer, 1) => OAuthBearer(),
            // The error has to be answered before the server says no: with nothing, or with a lone ^A (RFC 7628 §3.2.3).
            (SaslMechanism.XOAuth2, 2) => Note(challenge, clean, []),
            (SaslMechanism.OAuthBearer, 2) => Note(challenge, clean, [1]),
            _ => null,
        };
    }

    /// <summary>The initial response was not sent after all, and will be asked for.</summary>
    public void Rewind() => _answered = 0;

    private byte[] XOAuth2() =>
        Join("user="u8, Encoding.UTF8.GetBytes(_credential.User), "\u0001auth=Bearer "u8, _credential.Secret, "\u0001\u0001"u8);

    // RFC 7628 §3.1; '=' and ',' in the user are escaped by RFC 5801 §4.
    private byte[] OAuthBearer()
    {
        var user = _credential.User.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
        var head = Encoding.UTF8.GetBytes($"n,a={user},\u0001host={_host}\u0001port={WireInput.Number(_port)}\u0001auth=Bearer ");
        return Join(head, _credential.Secret, "\u0001\u0001"u8, []);
    }

    private byte[] Note(ReadOnlySpan<byte> challenge, Func<ReadOnlySpan<byte>, string> clean, byte[] answer)
    {
        OAuthError = OAuthErrorReading.TryRead(challenge, clean);
        return answer;
    }

    // A token is b64token (RFC 6750 §2.1): visible ASCII. ^A in the user would end its field.
    private void RequireToken()
    {
        if (_credential.Secret.IsEmpty || _credential.Secret.ContainsAnyExceptInRange((byte)'!', (byte)'~'))
            throw WireException.InvalidInput(nameof(MailCredential.Secret));
        if (_credential.User.Contains('\u0001', StringComparison.Ordinal))
            throw WireException.InvalidInput(nameof(MailCredential.User));
    }

    private static byte[] Join(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d, ReadOnlySpan<byte> e = default)
    {
        var joined = GC.AllocateUninitializedArray<byte>(a.Length + b.Length + c.Length + d.Length + e.Length, pinned: true);
        var rest = joined.AsSpan();
        Put(a, ref rest);
        Put(b, ref rest);
        Put(c, ref rest);
        Put(d, ref rest);
        Put(e, ref rest);
        return joined;
    }

    private static void Put(ReadOnlySpan<byte> part, ref Span<byte> rest)
    {
        part.CopyTo(rest);
        rest = rest[part.Length..];
    }
}
