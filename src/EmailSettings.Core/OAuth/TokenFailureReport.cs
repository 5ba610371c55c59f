using System.Globalization;
using System.Text;
using EmailSettings.Core.OAuth.Http;
using EmailSettings.Mail.Redaction;
using Microsoft.Identity.Client;

namespace EmailSettings.Core.OAuth;

/// <summary>Determines why an acquisition failed from the server's answer; MSAL's exception is the last resort.</summary>
internal sealed class TokenFailureReport(OAuthAuthority authority, TokenGrant grant, Redactor redactor, HttpExchangeRecorder recorder, HandshakeWatch watch)
{
    /// <summary>Returns the failure for a token with invalid characters (RFC 6749 appendix A.12: only printable ASCII).</summary>
    public static TokenFailure Unusable(char first) => new()
    {
        Kind = TokenFailureKind.TokenUnusable,
        Detail = string.Create(CultureInfo.InvariantCulture, $"U+{(int)first:X4}"),
    };

    /// <summary>Returns the failure for an exception.</summary>
    public TokenFailure Failed(Exception exception)
    {
        if (recorder.LastError is { } error) return NoAnswer(error);
        if (exception is MsalServiceException { ErrorCode: MsalError.RequestTimeout }) return TimedOut(null);
        if (recorder.LastAnswer is { Status: not 200 } answer) return Refused(answer);

        return NoToken(recorder.LastAnswer, (exception as MsalException)?.ErrorCode);
    }

    /// <summary>Returns the failure for a timeout.</summary>
    /// <param name="limit">The exceeded limit; null if a single request timed out.</param>
    public TokenFailure TimedOut(TimeSpan? limit)
    {
        var time = limit is { } ended ? string.Create(CultureInfo.InvariantCulture, $"within {ended.TotalSeconds:0.###} s") : "in time";
        return new TokenFailure
        {
            Kind = TokenFailureKind.Unreachable,
            Detail = watch.IsWaiting
                ? $"{authority.Address.Authority} accepted the connection but did not answer the TLS handshake {time}, like a server that does not speak TLS."
                : $"{authority.Address.Authority} did not answer {time}.",
        };
    }

    private TokenFailure NoAnswer(HttpRequestException error) => new()
    {
        Kind = error.HttpRequestError switch
        {
            _ when HttpFailureText.IsTlsError(error) => TokenFailureKind.Untrusted,
            HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.InvalidResponse => TokenFailureKind.NotAnEndpoint,
            _ => TokenFailureKind.Unreachable,
        },
        CertificateProblem = HttpFailureText.ProblemOf(error),
        Detail = redactor.Clean(HttpFailureText.Explain(error)),
    };

    // 200 but no token: an error in the body (device codes), a user with an unknown realm (password grant), or the body is not
    // from a token endpoint.
    private TokenFailure NoToken(HttpAnswer? answer, string? code)
    {
        if (answer is not null && TokenErrorBody.Parse(answer.Body).Error is not null) return Refused(answer);
        var isRealmUnknown = code == MsalError.UnknownUserType && answer is not null && JsonText.ParseObject(Encoding.UTF8.GetBytes(answer.Body)).Text("account_type") is not null;
        var kind = isRealmUnknown ? TokenFailureKind.UserUnknown : TokenErrorTable.Classify(0, [], code, grant);
        if (kind == TokenFailureKind.Other && answer is not null && !IsElsewhere && TokenAnswerText.OfSuccess(answer, recorder.LastAddress!.AbsolutePath, grant) is { } wrong)
            return new TokenFailure { Kind = TokenFailureKind.NotAnEndpoint, HttpStatus = answer.Status, Detail = wrong + "." };
        return new TokenFailure { Kind = kind, HttpStatus = answer?.Status, Detail = redactor.Line(code) ?? "its answer is unusable" };
    }

    private TokenFailure Refused(HttpAnswer answer)
    {
        var body = TokenErrorBody.Parse(answer.Body);
        var kind = TokenErrorTable.Classify(answer.Status, body.Numbers, body.Error, grant);
        var isOAuth = body.Error is not null || kind != TokenFailureKind.Other || IsElsewhere;
        var redirect = redactor.Line(answer.RedirectHost);
        return new TokenFailure
        {
            Kind = isOAuth ? kind : TokenFailureKind.NotAnEndpoint,
            Numbers = body.Numbers,
            OAuthError = redactor.Line(body.Error),
            ServerText = redactor.Line(body.Description),
            Detail = isOAuth ? null : TokenAnswerText.OfRefusal(answer, redirect) + ".",
            RedirectHost = redirect,
            HttpStatus = answer.Status,
            CorrelationId = redactor.Line(body.CorrelationId),
            RetryAfter = answer.RetryAfter,
        };
    }

    // A federated user's own sign-in server, to which the authority referred.
    private bool IsElsewhere => recorder.LastAddress is { } address && !address.Authority.Equals(authority.Address.Authority, StringComparison.OrdinalIgnoreCase);
}
