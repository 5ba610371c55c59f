using System.Globalization;
using Microsoft.Identity.Client;

namespace EmailSettings.Core.OAuth;

/// <summary>Tells why an acquisition failed from what the server answered; MSAL's exception is the last resort.</summary>
internal sealed class TokenFailureReport(OAuthAuthority authority, TokenGrant grant, ServerText texts, HttpExchangeRecorder recorder)
{
    /// <summary>The failure behind an exception.</summary>
    public TokenFailure Failed(Exception exception)
    {
        if (recorder.LastError is { } error) return NoAnswer(error);
        if (exception is MsalServiceException { ErrorCode: MsalError.RequestTimeout }) return TimedOut(null);
        if (recorder.LastAnswer is { Status: not 200 } answer) return Refused(answer);

        // 200 and still no token: an error in the body (device code endpoint), or a body that is none of a token endpoint.
        var code = (exception as MsalException)?.ErrorCode;
        if (recorder.LastAnswer is { } odd && TokenErrorBody.Parse(odd.Body) is { Error: not null }) return Refused(odd);
        return new TokenFailure
        {
            Kind = TokenErrorTable.Classify(0, [], code, grant),
            HttpStatus = recorder.LastAnswer?.Status,
            Detail = texts.Keep(code ?? exception.GetType().Name),
        };
    }

    /// <summary>The failure of an endpoint that did not answer in time.</summary>
    /// <param name="limit">The limit that ran out; null where a single request ran out of it.</param>
    public TokenFailure TimedOut(TimeSpan? limit) => new()
    {
        Kind = TokenFailureKind.Unreachable,
        Detail = limit is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{authority.Address.Authority} did not answer within {time.TotalSeconds:0.###} s.")
            : $"{authority.Address.Authority} did not answer in time.",
    };

    private static TokenFailure NoAnswer(HttpRequestException error) => new()
    {
        Kind = OAuthHttp.IsTlsError(error) ? TokenFailureKind.Untrusted : TokenFailureKind.Unreachable,
        Detail = OAuthHttp.Explain(error),
    };

    private TokenFailure Refused(HttpAnswer answer)
    {
        var body = TokenErrorBody.Parse(answer.Body);
        return new TokenFailure
        {
            Kind = TokenErrorTable.Classify(answer.Status, body.Numbers, body.Error, grant),
            Numbers = body.Numbers,
            OAuthError = texts.Keep(body.Error),
            ServerText = texts.Keep(body.Description),
            HttpStatus = answer.Status,
            CorrelationId = texts.Keep(body.CorrelationId),
            RetryAfter = answer.RetryAfter,
        };
    }
}
