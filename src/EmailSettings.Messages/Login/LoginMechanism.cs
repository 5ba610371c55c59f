using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text;
using MailKit.Security;

namespace EmailSettings.Messages.Login;

/// <summary>One login with one of MailKit's SASL mechanisms, over a connection owned by the caller.</summary>
public sealed class LoginMechanism
{
    // Servers demand some thousands; a hostile one could demand hours (RFC 5802 section 9).
    private const int MostIterations = 1_000_000;

    private readonly SaslMechanism _mechanism;
    private bool _begun;

    private LoginMechanism(SaslMechanism mechanism) => _mechanism = mechanism;

    /// <summary>Whether the exchange is complete, including the server's proof if the mechanism has one.</summary>
    public bool IsComplete => _mechanism.IsAuthenticated;

    /// <summary>Starts a login.</summary>
    /// <param name="name">The mechanism's IANA name.</param>
    /// <param name="service">The server's Kerberos name, <c>smtp/mail.example.org</c>.</param>
    /// <param name="user">User name.</param>
    /// <param name="password">The password. MailKit takes a string, which stays in memory until it is garbage collected.</param>
    /// <exception cref="ArgumentException">MailKit does not support the mechanism.</exception>
    public static LoginMechanism Create(string name, string service, string user, string password)
    {
        var credentials = new NetworkCredential(user, password);
        // MailKit creates none if it finds no Kerberos at first; its response to the first challenge says more.
        var mechanism = name == "GSSAPI" ? new SaslMechanismGssapi(credentials) { ServicePrincipalName = service } : SaslMechanism.Create(name, credentials);
        return new LoginMechanism(mechanism ?? throw new ArgumentException("There is no such mechanism.", nameof(name)));
    }

    /// <summary>
    /// Computes the response to a challenge. It may take long: SCRAM is computationally expensive, and Kerberos contacts servers
    /// of its own.
    /// </summary>
    /// <param name="challenge">The challenge, decoded; empty for the initial response.</param>
    /// <param name="cancellationToken">Cancels the computation where the mechanism supports it.</param>
    /// <exception cref="LoginException">The exchange cannot continue.</exception>
    [SuppressMessage("Design", "CA1031", Justification = "Challenges are untrusted input: any exception of MailKit's on one it cannot parse is the server's fault.")]
    public byte[] Respond(ReadOnlySpan<byte> challenge, CancellationToken cancellationToken)
    {
        if (_mechanism is SaslMechanismScramBase && Refusal(challenge) is { } refusal)
        {
            // The server refuses in its next reply (RFC 5802 section 7).
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

    // Gets a server's SCRAM error, and rejects a challenge that demands too much work.
    private static string? Refusal(ReadOnlySpan<byte> challenge)
    {
        if (challenge.StartsWith("e="u8)) return Encoding.UTF8.GetString(challenge[2..]);
        foreach (var part in Encoding.UTF8.GetString(challenge).Split(','))
        {
            if (part.StartsWith("i=", StringComparison.Ordinal)
                && !(int.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) && iterations is > 0 and <= MostIterations))
            {
                throw new LoginException(LoginFault.BadChallenge, $"The server demands {part[2..]} iterations.");
            }
        }

        return null;
    }
}
