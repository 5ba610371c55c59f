using System.Buffers;
using System.Net;
using System.Net.Security;

namespace EmailSettings.Messages.Login;

/// <summary>
/// A GSSAPI login with Kerberos (RFC 4752). .NET obtains the tickets with the user name and password. MailKit's class for it works
/// only within MailKit's own clients.
/// </summary>
internal sealed class KerberosLogin : LoginMechanism
{
    // Security layers (RFC 4752 section 3.3): no layer, and the length of the message.
    private const byte NoLayer = 1;
    private const int LayerBytes = 4;

    private readonly string _service;
    private readonly NetworkCredential _credentials;
    private NegotiateAuthentication? _context;
    private bool _isEstablished;

    public KerberosLogin(string service, NetworkCredential credentials)
    {
        _service = service;
        _credentials = credentials;
    }

    public override bool IsComplete => _isEstablished;

    public override byte[] Respond(ReadOnlySpan<byte> challenge, CancellationToken cancellationToken)
    {
        if (_isEstablished)
            return ChooseNoLayer(challenge);
        var isFirst = _context is null;
        using var faults = new KerberosFaults();
        _context ??= new NegotiateAuthentication(new NegotiateAuthenticationClientOptions
        {
            Package = "Kerberos",
            Credential = _credentials,
            TargetName = _service,
            RequiredProtectionLevel = ProtectionLevel.Sign,
            RequireMutualAuthentication = true,
        });
        var token = _context.GetOutgoingBlob(challenge, out var status);
        _isEstablished = status == NegotiateAuthenticationStatusCode.Completed;
        if (!_isEstablished && status != NegotiateAuthenticationStatusCode.ContinueNeeded)
            throw isFirst ? faults.Explain(status, _service) : new LoginException(LoginFault.BadChallenge, $"Kerberos: {status}");
        return token ?? [];
    }

    public override void Dispose()
    {
        _context?.Dispose();
        base.Dispose();
    }

    private byte[] ChooseNoLayer(ReadOnlySpan<byte> challenge)
    {
        var offered = new ArrayBufferWriter<byte>();
        if (_context!.Unwrap(challenge, offered, out _) != NegotiateAuthenticationStatusCode.Completed || offered.WrittenCount != LayerBytes || (offered.WrittenSpan[0] & NoLayer) == 0)
            throw new LoginException(LoginFault.BadChallenge, "Kerberos: the server requires a SASL security layer.");
        var chosen = new ArrayBufferWriter<byte>();
        return _context.Wrap([NoLayer, 0, 0, 0], chosen, requestEncryption: false, out _) == NegotiateAuthenticationStatusCode.Completed
            ? chosen.WrittenSpan.ToArray()
            : throw new LoginException(LoginFault.BadChallenge, "Kerberos: the response could not be signed.");
    }
}
