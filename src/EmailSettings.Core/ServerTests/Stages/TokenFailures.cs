using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Findings for a token that could not be had.</summary>
internal static class TokenFailures
{
    public static Finding Describe(ServerTestContext context, TokenFailure failure)
    {
        var authority = context.Plan.Address!.Authority;
        var client = context.Plan.ClientId?.ToString("D");
        var text = failure.ServerText;
        return failure.Kind switch
        {
            TokenFailureKind.Unreachable => TokenFindings.Unreachable.At(authority, failure.Detail),
            TokenFailureKind.Untrusted => (TokenFindings.Untrusted with { NextStep = TlsStep(failure.CertificateProblem) }).At(authority, failure.Detail),
            TokenFailureKind.SecretWrong => TokenFindings.SecretWrong.At(client, serverText: text),
            TokenFailureKind.SecretExpired => TokenFindings.SecretExpired.At(client, serverText: text),
            TokenFailureKind.PasswordWrong or TokenFailureKind.UserUnknown or TokenFailureKind.AccountBlocked => TokenFindings.PasswordWrong.At(serverText: text),
            TokenFailureKind.ConsentMissing => TokenFindings.ConsentMissing.At(client, serverText: text),
            TokenFailureKind.ClientUnknown => TokenFindings.ClientUnknown.At(client, serverText: text),
            TokenFailureKind.TenantUnknown => TokenFindings.TenantUnknown.At(context.Plan.Address.AbsolutePath.Trim('/'), serverText: text),
            TokenFailureKind.PublicClientOff => TokenFindings.PublicClientOff.At(client, serverText: text),
            TokenFailureKind.InteractionRequired => TokenFindings.InteractionRequired.At(serverText: text),
            TokenFailureKind.DeviceCodeNotConfirmed => TokenFindings.DeviceCodeNotConfirmed.At(serverText: text),
            TokenFailureKind.Throttled => TokenFindings.Throttled.At(detail: Wait(failure.RetryAfter), serverText: text),
            TokenFailureKind.NotAnEndpoint => (TokenFindings.NotAnEndpoint with { NextStep = EndpointStep(failure) }).At(
                authority, failure.Detail, failure.RedirectHost, text),
            TokenFailureKind.TokenUnusable => TokenFindings.Unusable.At(authority, failure.Detail),
            _ => TokenFindings.Refused.At(authority, Code(context, failure), serverText: text),
        };
    }

    private static string TlsStep(CertificateProblem? problem) => problem switch
    {
        null => TokenFindings.HandshakeStep,
        CertificateProblem.NameMismatch => TokenFindings.NameStep,
        CertificateProblem.Expired or CertificateProblem.NotYetValid => TokenFindings.DatesStep,
        CertificateProblem.SelfSigned or CertificateProblem.UnknownRoot or CertificateProblem.IncompleteChain => TokenFindings.Untrusted.NextStep,
        _ => TokenFindings.CertificateStep,
    };

    private static string EndpointStep(TokenFailure failure) => failure switch
    {
        { RedirectHost: not null } => TokenFindings.RedirectStep,
        { HttpStatus: >= 500 } => TokenFindings.OutOfOrderStep,
        _ => TokenFindings.NotAnEndpoint.NextStep,
    };

    private static string Wait(TimeSpan? wait) =>
        wait is { } time ? string.Create(CultureInfo.InvariantCulture, $"; it asks to wait {Math.Ceiling(time.TotalSeconds):0} s") : "";

    private static string Code(ServerTestContext context, TokenFailure failure)
    {
        var code = failure.OAuthError ?? failure.Detail;
        var status = failure.HttpStatus is { } http ? string.Create(CultureInfo.InvariantCulture, $"HTTP {http}") : null;
        var parts = new[] { code, status }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";
    }
}
