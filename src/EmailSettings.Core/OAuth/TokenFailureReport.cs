using System.Globalization;
using System.Text;
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

        return NoToken(recorder.LastAnswer, (exception as MsalException)?.ErrorCode ?? exception.GetType().Name);
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

    // 200 and still no token: an error in the body (device codes), a user whose realm the authority does not know (password
    // grant), or a body that is none of a token endpoint.
    private TokenFailure NoToken(HttpAnswer? answer, string code)
    {
        if (answer is not null && TokenErrorBody.Parse(answer.Body).Error is not null) return Refused(answer);
        var isRealmUnknown = code == MsalError.UnknownUserType && answer is not null && JsonText.ParseObject(Encoding.UTF8.GetBytes(answer.Body)).Text("account_type") is not null;
        return new TokenFailure
        {
            Kind = isRealmUnknown ? TokenFailureKind.UserUnknown : TokenErrorTable.Classify(0, [], code, grant),
            HttpStatus = answer?.Status,
            Detail = texts.Keep(code),
        };
    }

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
