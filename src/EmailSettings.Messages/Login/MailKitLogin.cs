using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using MailKit.Security;

namespace EmailSettings.Messages.Login;

/// <summary>One login with a SASL mechanism of MailKit.</summary>
internal sealed class MailKitLogin : LoginMechanism
{
    // Servers demand some thousands; a hostile one could demand hours (RFC 5802 section 9).
    private const int MaxIterations = 1_000_000;

    private readonly SaslMechanism _mechanism;

    /// <exception cref="ArgumentException">MailKit does not support the mechanism.</exception>
    public MailKitLogin(string name, NetworkCredential credentials) =>
        _mechanism = SaslMechanism.Create(name, credentials) ?? throw new ArgumentException("There is no such mechanism.", nameof(name));

    public override bool IsComplete => _mechanism.IsAuthenticated;

    [SuppressMessage("Design", "CA1031", Justification = "Challenges are untrusted input: any exception of MailKit's on one it cannot parse is the server's fault.")]
    public override byte[] Respond(ReadOnlySpan<byte> challenge, CancellationToken cancellationToken)
    {
        if (_mechanism is SaslMechanismScramBase && Refusal(challenge) is { } refusal)
        {
            // The server refuses in its next reply (RFC 5802 section 7).
            return refusal.Contains("channel-binding", StringComparison.Ordinal) ? throw new LoginException(LoginFault.ChannelBinding, refusal) : [];
        }

        try
        {
            var response = _mechanism.Challenge(Convert.ToBase64String(challenge), cancellationToken);
            return string.IsNullOrEmpty(response) ? [] : Convert.FromBase64String(response);
        }
        catch (SaslException e) when (e.ErrorCode == SaslErrorCode.IncorrectHash)
        {
            throw new LoginException(LoginFault.ServerNotProven, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new LoginException(LoginFault.BadChallenge, $"{e.GetType().Name}: {e.Message}");
        }
    }

    // Gets a server's SCRAM error, and rejects a challenge that demands too much work.
    private static string? Refusal(ReadOnlySpan<byte> challenge)
    {
        if (challenge.StartsWith("e="u8)) return Encoding.UTF8.GetString(challenge[2..]);
        foreach (var part in Encoding.UTF8.GetString(challenge).Split(','))
        {
            if (part.StartsWith("i=", StringComparison.Ordinal)
                && !(int.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations is > 0 and <= MaxIterations))
            {
                throw new LoginException(LoginFault.BadChallenge, $"The server demands {part[2..]} iterations.");
            }
        }

        return null;
    }
}
