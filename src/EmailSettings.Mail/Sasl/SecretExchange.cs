using System.Text;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Sasl;

/// <summary>The mechanisms that send the secret itself: PLAIN, LOGIN, XOAUTH2 and OAUTHBEARER.</summary>
internal sealed class SecretExchange : SaslExchange
{
    private readonly MailCredential _credential;
    private readonly string _host;
    private readonly int _port;
    private int _answered;
    private OAuthErrorFacts? _oauthError;

    /// <exception cref="WireException">The mechanism cannot carry the user or the secret.</exception>
    public SecretExchange(SaslMechanism mechanism, MailCredential credential, string host, int port)
        : base(mechanism)
    {
        _credential = credential;
        _host = host;
        _port = port;
        WireInput.RequireLine(credential.User, nameof(MailCredential.User));
        WireInput.RequireNoNul(credential.Secret, nameof(MailCredential.Secret));
        if (IsOAuth)
            RequireToken();
    }

    /// <inheritdoc/>
    public override bool HasProved => _answered >= (Mechanism == SaslMechanism.Login ? 2 : 1);

    /// <inheritdoc/>
    public override OAuthErrorFacts? OAuthError => _oauthError;

    private bool IsOAuth => Mechanism is SaslMechanism.XOAuth2 or SaslMechanism.OAuthBearer;

    /// <inheritdoc/>
    public override ValueTask<byte[]?> RespondAsync(byte[] challenge, Func<ReadOnlySpan<byte>, string> clean, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Respond(challenge, clean));

    /// <inheritdoc/>
    public override void Rewind() => _answered = 0;

    private byte[]? Respond(ReadOnlySpan<byte> challenge, Func<ReadOnlySpan<byte>, string> clean)
    {
        _answered++;
        return (Mechanism, _answered) switch
        {
            (SaslMechanism.Plain, 1) => Join("\0"u8, Encoding.UTF8.GetBytes(_credential.User), "\0"u8, _credential.Secret),
            (SaslMechanism.Login, 1) => Encoding.UTF8.GetBytes(_credential.User),
            (SaslMechanism.Login, 2) => _credential.Secret.ToArray(),
            (SaslMechanism.XOAuth2, 1) => XOAuth2(),
            (SaslMechanism.OAuthBearer, 1) => OAuthBearer(),
            // The error must be answered before the server refuses: with an empty response, or with a single ^A (RFC 7628
            // §3.2.3).
            (SaslMechanism.XOAuth2, 2) => Note(challenge, clean, []),
            (SaslMechanism.OAuthBearer, 2) => Note(challenge, clean, [1]),
            _ => null,
        };
    }

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
        _oauthError = OAuthErrorReader.TryRead(challenge, clean);
        return answer;
    }

    // An access token is a b64token (RFC 6750 §2.1), so visible ASCII. ^A in the user would end its field.
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
