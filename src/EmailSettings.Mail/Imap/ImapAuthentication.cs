using System.Security.Cryptography;
using System.Text;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Imap;

/// <summary>AUTHENTICATE (RFC 3501 §6.2.2, RFC 4959) and LOGIN.</summary>
internal static class ImapAuthentication
{
    private const int MaxChallenges = 6;
    private const string Hidden = "[credentials]";

    /// <summary>Performs one exchange up to the tagged response.</summary>
    public static async Task<AuthenticateFacts> RunAsync(WireConnection wire, ImapCommand command, SaslExchange exchange, bool initialResponse, CancellationToken cancellationToken)
    {
        var start = $"{command.Tag} AUTHENTICATE {exchange.Name}";
        if (initialResponse && exchange.ClientFirst)
        {
            var response = await exchange.RespondAsync([], wire.Clean, cancellationToken).ConfigureAwait(false) ?? throw new WireException(exchange.Fault!);
            await wire.SendSecretAsync(Encode(wire, response, start + " ", "="u8), $"{start} {Hidden}", cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await wire.SendAsync(start, cancellationToken).ConfigureAwait(false);
        }

        for (var challenges = 0; challenges <= MaxChallenges; challenges++)
        {
            var (reply, challenge) = await command.ReadAsync(awaitsContinuation: true, cancellationToken).ConfigureAwait(false);
            if (reply is not null)
                return new AuthenticateFacts { Mechanism = exchange.Name, Reply = reply, OAuthError = exchange.OAuthError, HasProved = exchange.HasProved };
            if (await exchange.RespondAsync(Encoding.Latin1.GetBytes(challenge), wire.Clean, cancellationToken).ConfigureAwait(false) is { } response)
                await wire.SendSecretAsync(Encode(wire, response, string.Empty, default), response.Length == 0 ? string.Empty : Hidden, cancellationToken).ConfigureAwait(false);
            else
                await wire.SendAsync("*", cancellationToken).ConfigureAwait(false);
        }

        throw WireException.Malformed("+");
    }

    /// <summary>Sends LOGIN with both arguments quoted, or as literals if they cannot be.</summary>
    public static async Task<AuthenticateFacts> LoginAsync(WireConnection wire, ImapCommand command, MailCredential credential, CancellationToken cancellationToken)
    {
        var user = Encoding.UTF8.GetBytes(credential.User);
        var reply = await SendArgumentAsync(wire, command, $"{command.Tag} LOGIN", user, last: false, cancellationToken).ConfigureAwait(false);
        if (reply is null)
        {
            var secret = GC.AllocateUninitializedArray<byte>(credential.Secret.Length, pinned: true);
            credential.Secret.CopyTo(secret);
            reply = await SendArgumentAsync(wire, command, string.Empty, secret, last: true, cancellationToken).ConfigureAwait(false);
        }

        reply ??= (await command.ReadAsync(awaitsContinuation: false, cancellationToken).ConfigureAwait(false)).Reply!;
        return new AuthenticateFacts { Mechanism = "LOGIN command", Reply = reply, HasProved = true };
    }

    /// <summary>Sends a space and an argument, then zeroes it; returns a reply if the server refused the literal.</summary>
    private static async ValueTask<ImapReply?> SendArgumentAsync(WireConnection wire, ImapCommand command, string prefix, byte[] argument, bool last, CancellationToken cancellationToken)
    {
        try
        {
            var lead = Encoding.ASCII.GetBytes(prefix + " ");
            var end = last ? "\r\n"u8.ToArray() : [];
            var shown = $"{prefix} {Hidden}";
            if (ImapString.CanQuote(argument))
            {
                var quoted = ImapString.Quote(argument);
                await wire.SendSecretAsync([.. lead, .. quoted, .. end], shown, cancellationToken).ConfigureAwait(false);
                CryptographicOperations.ZeroMemory(quoted);
                return null;
            }

            await wire.SendAsync($"{prefix} {{{WireInput.Number(argument.Length)}}}", cancellationToken).ConfigureAwait(false);
            var (refusal, _) = await command.ReadAsync(awaitsContinuation: true, cancellationToken).ConfigureAwait(false);
            if (refusal is null)
                await wire.SendSecretAsync([.. argument, .. end], Hidden, cancellationToken).ConfigureAwait(false);
            return refusal;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(argument);
        }
    }

    private static byte[] Encode(WireConnection wire, byte[] response, string prefix, ReadOnlySpan<byte> emptyMarker)
    {
        try
        {
            wire.HideResponse(response);
            return SaslLine.Build(Encoding.ASCII.GetBytes(prefix), response, emptyMarker);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(response);
        }
    }
}
