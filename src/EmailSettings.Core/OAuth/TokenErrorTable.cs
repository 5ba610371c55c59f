namespace EmailSettings.Core.OAuth;

/// <summary>
/// AADSTS numbers and OAuth error codes → kind of failure. Numbers are hints and may change (Microsoft Entra
/// authentication and authorization error codes), so that the server's own text goes with every failure.
/// </summary>
internal static class TokenErrorTable
{
    private static readonly Dictionary<int, TokenFailureKind> ByNumber = new()
    {
        [50012] = TokenFailureKind.SecretWrong,
        [7000215] = TokenFailureKind.SecretWrong,
        [7000216] = TokenFailureKind.SecretWrong,
        [7000222] = TokenFailureKind.SecretExpired,
        [7000218] = TokenFailureKind.PublicClientOff,
        [700016] = TokenFailureKind.ClientUnknown,
        [7000112] = TokenFailureKind.ClientUnknown,
        [90002] = TokenFailureKind.TenantUnknown,
        [900023] = TokenFailureKind.TenantUnknown,
        [50059] = TokenFailureKind.TenantUnknown,
        [50126] = TokenFailureKind.PasswordWrong,
        [50056] = TokenFailureKind.PasswordWrong,
        [50034] = TokenFailureKind.UserUnknown,
        [50020] = TokenFailureKind.UserUnknown,
        [51004] = TokenFailureKind.UserUnknown,
        [50053] = TokenFailureKind.AccountBlocked,
        [50055] = TokenFailureKind.AccountBlocked,
        [50057] = TokenFailureKind.AccountBlocked,
        [50144] = TokenFailureKind.AccountBlocked,
        [65001] = TokenFailureKind.ConsentMissing,
        [65004] = TokenFailureKind.ConsentMissing,
        [500011] = TokenFailureKind.ConsentMissing,
        [501051] = TokenFailureKind.ConsentMissing,
        [650057] = TokenFailureKind.ConsentMissing,
        [50105] = TokenFailureKind.ConsentMissing,
        [50072] = TokenFailureKind.InteractionRequired,
        [50074] = TokenFailureKind.InteractionRequired,
        [50076] = TokenFailureKind.InteractionRequired,
        [50079] = TokenFailureKind.InteractionRequired,
        [50097] = TokenFailureKind.InteractionRequired,
        [50158] = TokenFailureKind.InteractionRequired,
        [53000] = TokenFailureKind.InteractionRequired,
        [53001] = TokenFailureKind.InteractionRequired,
        [53003] = TokenFailureKind.InteractionRequired,
        [53004] = TokenFailureKind.InteractionRequired,
        [70016] = TokenFailureKind.DeviceCodeNotConfirmed,
        [70018] = TokenFailureKind.DeviceCodeNotConfirmed,
        [70019] = TokenFailureKind.DeviceCodeNotConfirmed,
        [70020] = TokenFailureKind.DeviceCodeNotConfirmed,
        [50196] = TokenFailureKind.Throttled,
        [90055] = TokenFailureKind.Throttled,
    };

    /// <summary>The kind of what a server answered.</summary>
    /// <param name="status">HTTP status; 429 wins over everything.</param>
    /// <param name="numbers">AADSTS numbers; the first one known counts.</param>
    /// <param name="error">OAuth error code, which decides where no number does.</param>
    /// <param name="grant">What was asked; the same code means another thing for another grant.</param>
    public static TokenFailureKind Classify(int status, IEnumerable<int> numbers, string? error, TokenGrant grant)
    {
        if (status == 429) return TokenFailureKind.Throttled;
        foreach (var number in numbers)
        {
            if (ByNumber.TryGetValue(number, out var kind)) return kind;
        }
        return ByError(error, grant);
    }

    private static TokenFailureKind ByError(string? error, TokenGrant grant) => error switch
    {
        "invalid_client" => grant == TokenGrant.ClientCredentials ? TokenFailureKind.SecretWrong : TokenFailureKind.PublicClientOff,
        "unauthorized_client" => TokenFailureKind.ClientUnknown,
        "invalid_grant" when grant == TokenGrant.Password => TokenFailureKind.PasswordWrong,
        "consent_required" => TokenFailureKind.ConsentMissing,
        "interaction_required" or "login_required" or "mfa_required" => TokenFailureKind.InteractionRequired,
        // Still pending at the end means that the code ended first.
        "authorization_pending" or "authorization_declined" or "access_denied" or "expired_token" or "code_expired" => TokenFailureKind.DeviceCodeNotConfirmed,
        "slow_down" or "temporarily_unavailable" => TokenFailureKind.Throttled,
        _ => TokenFailureKind.Other,
    };
}
