using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using MailKit.Security;

namespace EmailSettings.Messages.Login;

/// <summary>
/// One login by a SASL mechanism of MailKit's, whose challenges and responses go over a connection that is somebody else's.
/// </summary>
public sealed class LoginMechanism
{
    // What servers ask for is some thousands; a hostile one could ask for hours (RFC 5802 section 9).
    private const int MostIterations = 1_000_000;

    private readonly SaslMechanism _mechanism;
    private bool _begun;

    private LoginMechanism(SaslMechanism mechanism) => _mechanism = mechanism;

    /// <summary>The mechanism has run to its end, the server's own proof included where it has one.</summary>
    public bool IsComplete => _mechanism.IsAuthenticated;

    /// <summary>Starts a login.</summary>
    /// <param name="name">The mechanism's IANA name.</param>
    /// <param name="service">The server as Kerberos names it, <c>smtp/mail.example.org</c>.</param>
    /// <param name="user">User name.</param>
    /// <param name="password">Password. MailKit takes text, which stays in memory until the garbage collector clears it.</param>
    /// <exception cref="ArgumentException">MailKit does not know the mechanism.</exception>
    public static LoginMechanism Create(string name, string service, string user, string password)
    {
        var credentials = new NetworkCredential(user, password);
        // MailKit makes none where a first look finds no Kerberos; its answer to the first challenge says more.
        var mechanism = name == "GSSAPI" ? new SaslMechanismGssapi(credentials) { ServicePrincipalName = service } : SaslMechanism.Create(name, credentials);
        return new LoginMechanism(mechanism ?? throw new ArgumentException("There is no such mechanism.", nameof(name)));
    }

    /// <summary>The response to a challenge. It may take long: SCRAM is work, and Kerberos asks servers of its own.</summary>
    /// <param name="challenge">The challenge, decoded; empty for the initial response.</param>
    /// <param name="cancellationToken">Ends the mechanism where it looks at it.</param>
    /// <exception cref="LoginException">There is none.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Challenges come from outside: whatever MailKit makes of one that it cannot read is a fault of the server.")]
    public byte[] Respond(ReadOnlySpan<byte> challenge, CancellationToken cancellationToken)
    {
        if (_mechanism is SaslMechanismScramBase && Refusal(challenge) is { } refusal)
        {
            // The server's no comes with its next answer (RFC 5802 section 7).
            return refusal.Contains("channel-binding", StringComparison.Ordinal) ? throw new LoginException(LoginFault.ChannelBinding, refusal) : [];
        }

        try
        {
            var response = _mechanism.Challenge(Convert.ToBase64String(challenge), cancellationToken);
            _begun = true;
            return string.IsNullOrEmpty(response) ? [] : Convert.FromBase64String(response);
        }
        catch (SaslException e) when (e.ErrorCode == SaslErrorCode.IncorrectHash)
        {
            throw new LoginException(LoginFault.ServerNotProven, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var isHere = !_begun && _mechanism is SaslMechanismGssapi;
            throw new LoginException(isHere ? LoginFault.NotPossibleHere : LoginFault.BadChallenge, $"{e.GetType().Name}: {e.Message}");
        }
    }

    // The error of a server in SCRAM; and no answer at all to one that asks for too much work.
    private static string? Refusal(ReadOnlySpan<byte> challenge)
    {
        if (challenge.StartsWith("e="u8)) return Encoding.UTF8.GetString(challenge[2..]);
        foreach (var part in Encoding.UTF8.GetString(challenge).Split(','))
        {
            if (part.StartsWith("i=", StringComparison.Ordinal)
                && !(int.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations is > 0 and <= MostIterations))
            {
                throw new LoginException(LoginFault.BadChallenge, $"The server asks for {part[2..]} iterations.");
            }
        }

        return null;
    }
}
