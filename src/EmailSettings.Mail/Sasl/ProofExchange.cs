using System.Buffers;
using System.Buffers.Text;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Sasl;

/// <summary>The mechanisms that prove knowledge of the secret: CRAM-MD5, SCRAM, NTLM and GSSAPI.</summary>
internal sealed class ProofExchange : SaslExchange
{
    private readonly Func<ISaslClient> _start;
    private ISaslClient _client;
    private int _answered;
    private MailFailure? _fault;

    /// <exception cref="WireException">The mechanism cannot carry the user or the secret.</exception>
    public ProofExchange(SaslMechanism mechanism, MailCredential credential, Func<ISaslClient> start)
        : base(mechanism)
    {
        WireInput.RequireLine(credential.User, nameof(MailCredential.User));
        WireInput.RequireNoNul(credential.Secret, nameof(MailCredential.Secret));
        _start = start;
        _client = start();
    }

    /// <inheritdoc/>
    public override bool HasProved => _answered >= (Mechanism is SaslMechanism.CramMd5 or SaslMechanism.Gssapi ? 1 : 2);

    /// <inheritdoc/>
    public override bool IsComplete => _client.IsComplete;

    /// <inheritdoc/>
    public override MailFailure? Fault => _fault;

    /// <inheritdoc/>
    public override async ValueTask<byte[]?> RespondAsync(byte[] challenge, Func<ReadOnlySpan<byte>, string> clean, CancellationToken cancellationToken)
    {
        try
        {
            // Some servers prompt for the initial response with text.
            var decoded = _answered == 0 && ClientFirst ? [] : Decode(challenge);
            var response = await _client.RespondAsync(decoded, cancellationToken).ConfigureAwait(false);
            _answered++;
            return response;
        }
        catch (SaslClientException e)
        {
            _fault = new MailFailure { Kind = MailFailureKind.MechanismFailed, SaslFault = e.Fault, Detail = clean(System.Text.Encoding.UTF8.GetBytes(e.Message)) };
            return null;
        }
    }

    /// <inheritdoc/>
    public override void Rewind()
    {
        _client.Dispose();
        _client = _start();
        _answered = 0;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }

    private static byte[] Decode(byte[] challenge)
    {
        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(challenge.Length)];
        return Base64.DecodeFromUtf8(challenge, decoded, out _, out var length) == OperationStatus.Done
            ? decoded[..length]
            : throw new SaslClientException(SaslFault.BadChallenge, "The challenge is not base64.");
    }
}
