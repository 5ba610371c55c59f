using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Creates findings for failed token requests.</summary>
internal static class TokenFailures
{
    public static Finding Describe(ServerTestContext context, TokenFailure failure)
    {
        var authority = context.Plan.Address!.Authority;
        var client = context.Plan.ClientId?.ToString("D");
        var text = failure.ServerText;
        return failure.Kind switch
        {
            TokenFailureKind.Unreachable => TokenFindings.TokenUnreachable.At(value: authority, detail: failure.Detail),
            TokenFailureKind.Untrusted => TokenFindings.TokenUntrusted.At(value: authority, detail: failure.Detail) with { StepTemplate = TlsStep(failure.CertificateProblem) },
            TokenFailureKind.SecretWrong => TokenFindings.TokenSecretWrong.At(value: client, serverText: text),
            TokenFailureKind.SecretExpired => TokenFindings.TokenSecretExpired.At(value: client, serverText: text),
            TokenFailureKind.PasswordWrong => TokenFindings.TokenPasswordWrong.At(serverText: text),
            TokenFailureKind.UserUnknown => AuthorityFindings.TokenUserUnknown.At(serverText: text),
            TokenFailureKind.AccountLocked => AuthorityFindings.TokenAccountLocked.At(serverText: text),
            TokenFailureKind.AccountDisabled => AuthorityFindings.TokenAccountDisabled.At(serverText: text),
            TokenFailureKind.PasswordExpired => AuthorityFindings.TokenPasswordExpired.At(serverText: text),
            TokenFailureKind.UserNotAssigned => AuthorityFindings.TokenUserNotAssigned.At(value: client, serverText: text),
            TokenFailureKind.ApplicationDisabled => AuthorityFindings.TokenApplicationDisabled.At(value: client, serverText: text),
            TokenFailureKind.ResourceMissing => AuthorityFindings.TokenResourceMissing.At(value: context.Plan.Address.AbsolutePath.Trim('/'), serverText: text),
            TokenFailureKind.ConditionalAccess => AuthorityFindings.TokenConditionalAccess.At(serverText: text),
            TokenFailureKind.SecurityDefaults => AuthorityFindings.TokenSecurityDefaults.At(serverText: text),
            TokenFailureKind.AuthorityFault => AuthorityFindings.TokenAuthorityFault.At(serverText: text),
            TokenFailureKind.ConsentMissing => TokenFindings.TokenConsentMissing.At(value: client, serverText: text),
            TokenFailureKind.ClientUnknown => TokenFindings.TokenClientUnknown.At(value: client, serverText: text),
            TokenFailureKind.TenantUnknown => TokenFindings.TokenTenantUnknown.At(value: context.Plan.Address.AbsolutePath.Trim('/'), serverText: text),
            TokenFailureKind.PublicClientOff => TokenFindings.TokenPublicClientOff.At(value: client, serverText: text),
            TokenFailureKind.InteractionRequired => TokenFindings.TokenInteractionRequired.At(serverText: text),
            TokenFailureKind.DeviceCodeNotConfirmed => TokenFindings.TokenDeviceCodeNotConfirmed.At(serverText: text),
            TokenFailureKind.Throttled => TokenFindings.TokenThrottled.At(detail: Wait(failure.RetryAfter), serverText: text),
            TokenFailureKind.NotAnEndpoint => TokenFindings.TokenNotAnEndpoint.At(
                value: authority, detail: failure.Detail, limit: failure.RedirectHost, serverText: text) with
            { StepTemplate = EndpointStep(failure) },
            TokenFailureKind.TokenUnusable => TokenFindings.TokenUnusable.At(value: authority, detail: failure.Detail),
            _ => TokenFindings.TokenRefused.At(value: authority, detail: Code(context, failure), serverText: text),
        };
    }

    private static string TlsStep(CertificateProblem? problem) => problem switch
    {
        null => TokenFindings.HandshakeStep,
        CertificateProblem.NameMismatch => TokenFindings.NameStep,
        CertificateProblem.Expired or CertificateProblem.NotYetValid => TokenFindings.DatesStep,
        CertificateProblem.SelfSigned or CertificateProblem.UnknownRoot or CertificateProblem.IncompleteChain => TokenFindings.TokenUntrusted.NextStep,
        _ => TokenFindings.CertificateStep,
    };

    private static string EndpointStep(TokenFailure failure) => failure switch
    {
        { RedirectHost: not null } => TokenFindings.RedirectStep,
        { HttpStatus: >= 500 } => TokenFindings.OutOfOrderStep,
        _ => TokenFindings.TokenNotAnEndpoint.NextStep,
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
