using System.Security.Cryptography;
using System.Text;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Smtp;

/// <summary>The AUTH exchange (RFC 4954).</summary>
internal static class SmtpAuthentication
{
    // A command line has at most 512 bytes (RFC 5321 §4.5.3.1.4); a longer initial response must wait for a challenge (RFC 4954
    // §4).
    private const int MaxCommandBytes = 512;
    private const int MaxChallenges = 6;
    private const string Hidden = "[credentials]";

    public static async Task<AuthenticateFacts> RunAsync(WireConnection wire, SaslExchange exchange, CancellationToken cancellationToken)
    {
        await BeginAsync(wire, exchange, cancellationToken).ConfigureAwait(false);
        var reply = await SmtpReplyReader.ReadAsync(wire, hideText: true, cancellationToken).ConfigureAwait(false);
        for (var challenges = 1; reply.Code == SmtpCodes.Continue; challenges++)
        {
            if (challenges > MaxChallenges)
                throw WireException.Malformed("334");
            await AnswerAsync(wire, exchange, reply, cancellationToken).ConfigureAwait(false);
            reply = await SmtpReplyReader.ReadAsync(wire, hideText: true, cancellationToken).ConfigureAwait(false);
        }

        if (reply.IsIntermediate)
            throw WireException.Malformed($"{reply.Status} {reply.Text}");
        return new AuthenticateFacts { Mechanism = exchange.Name, Reply = reply, OAuthError = exchange.OAuthError, HasProved = exchange.HasProved };
    }

    private static async ValueTask BeginAsync(WireConnection wire, SaslExchange exchange, CancellationToken cancellationToken)
    {
        var command = $"AUTH {exchange.Name}";
        if (exchange.ClientFirst)
        {
            var response = await exchange.RespondAsync([], wire.Clean, cancellationToken).ConfigureAwait(false) ?? throw new WireException(exchange.Fault!);
            var line = Encode(wire, response, command + " ", "="u8);
            if (line.Length <= MaxCommandBytes)
            {
                await wire.SendSecretAsync(line, $"{command} {Hidden}", cancellationToken).ConfigureAwait(false);
                return;
            }

            CryptographicOperations.ZeroMemory(line);
            exchange.Rewind();
        }

        await wire.SendAsync(command, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask AnswerAsync(WireConnection wire, SaslExchange exchange, SmtpReply challenge, CancellationToken cancellationToken)
    {
        if (await exchange.RespondAsync(Encoding.Latin1.GetBytes(challenge.Lines[^1]), wire.Clean, cancellationToken).ConfigureAwait(false) is { } response)
            await wire.SendSecretAsync(Encode(wire, response, string.Empty, default), response.Length == 0 ? string.Empty : Hidden, cancellationToken).ConfigureAwait(false);
        else
            await wire.SendAsync("*", cancellationToken).ConfigureAwait(false);
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
