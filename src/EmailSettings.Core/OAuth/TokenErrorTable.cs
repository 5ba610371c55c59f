namespace EmailSettings.Core.OAuth;

/// <summary>
/// Maps AADSTS numbers and OAuth error codes to kinds of failures. Numbers may change
/// (https://learn.microsoft.com/entra/identity-platform/reference-error-codes), so every failure includes the server's text.
/// </summary>
internal static class TokenErrorTable
{
    private static readonly Dictionary<TokenFailureKind, int[]> Numbers = new()
    {
        [TokenFailureKind.SecretWrong] = [50012, 70002, 7000215, 7000216, 700027, 700030],
        [TokenFailureKind.SecretExpired] = [7000222],
        [TokenFailureKind.PublicClientOff] = [7000218],
        [TokenFailureKind.ClientUnknown] = [700016, 700011],
        [TokenFailureKind.ApplicationDisabled] = [7000112, 1000031, 70001],
        [TokenFailureKind.TenantUnknown] = [90002, 900023, 50059, 50128, 90019, 90038, 50049],
        [TokenFailureKind.PasswordWrong] = [50126, 50056],
        [TokenFailureKind.UserUnknown] = [50034, 50020, 51004, 50014, 90072, 500208, 16000],
        [TokenFailureKind.AccountLocked] = [50053],
        [TokenFailureKind.AccountDisabled] = [50057],
        [TokenFailureKind.PasswordExpired] = [50055, 50144, 50132, 50133, 50135, 50142],
        [TokenFailureKind.UserNotAssigned] = [50105],
        [TokenFailureKind.ConsentMissing] = [65001, 65004, 65005, 501051, 650056, 650057, 90094, 90095, 90099],
        [TokenFailureKind.ResourceMissing] = [500011, 500014, 50001, 650052, 650054],
        [TokenFailureKind.InteractionRequired] = [50072, 50074, 50076, 50078, 50079, 50125, 50140, 50158, 50173, 53004, 53010, 700082, 70043, 70044, 70046],
        [TokenFailureKind.ConditionalAccess] = [50005, 50097, 50127, 50129, 50131, 53000, 53001, 53002, 53003, 53009, 53011, 530031, 530032, 530033, 530034],
        [TokenFailureKind.SecurityDefaults] = [530035],
        [TokenFailureKind.DeviceCodeNotConfirmed] = [70016, 70018, 70019, 70020],
        [TokenFailureKind.Throttled] = [50196, 90055],
        [TokenFailureKind.AuthorityFault] = [50033, 50087, 80001, 80002, 80005, 80007, 80010, 80013, 80014, 90006, 90012, 90024, 90033],
    };

    private static readonly Dictionary<int, TokenFailureKind> ByNumber = Numbers.SelectMany(pair => pair.Value, (pair, number) => (number, pair.Key)).ToDictionary();

    /// <summary>Returns the kind of a number; null if unknown.</summary>
    public static TokenFailureKind? Of(int number) => ByNumber.TryGetValue(number, out var kind) ? kind : null;

    /// <summary>Classifies a server's answer.</summary>
    /// <param name="status">The HTTP status; 429 takes precedence.</param>
    /// <param name="numbers">The AADSTS numbers; the first known one counts.</param>
    /// <param name="error">The OAuth error code, used if no number is known.</param>
    /// <param name="grant">The grant; the meaning of some codes depends on it.</param>
    public static TokenFailureKind Classify(int status, IEnumerable<int> numbers, string? error, TokenGrant grant)
    {
        if (status == 429) return TokenFailureKind.Throttled;
        foreach (var number in numbers)
        {
            if (Of(number) is { } kind) return kind;
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
        // Still pending at the end means that the code expired first.
        "authorization_pending" or "authorization_declined" or "access_denied" or "expired_token" or "code_expired" => TokenFailureKind.DeviceCodeNotConfirmed,
        "slow_down" or "temporarily_unavailable" => TokenFailureKind.Throttled,
        _ => TokenFailureKind.Other,
    };
}
