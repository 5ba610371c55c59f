namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>An error of Microsoft Entra: the number, the OAuth code and the HTTP status that belong together.</summary>
public sealed record AadError(int Number, string Error, int Status, string Text)
{
    public static readonly AadError SecretWrong = new(7000215, "invalid_client", 401,
        "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app.");

    public static readonly AadError SecretExpired = new(7000222, "invalid_client", 401, "The provided client secret keys for app are expired.");

    public static readonly AadError PublicClientOff = new(7000218, "invalid_client", 401,
        "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");

    public static readonly AadError ClientUnknown = new(700016, "unauthorized_client", 400, "Application was not found in the directory.");

    public static readonly AadError TenantUnknown = new(90002, "invalid_request", 400, "Tenant not found.");

    public static readonly AadError PasswordWrong = new(50126, "invalid_grant", 400, "Error validating credentials due to invalid username or password.");

    public static readonly AadError UserUnknown = new(50034, "invalid_grant", 400, "The user account does not exist in the directory.");

    public static readonly AadError AccountLocked = new(50053, "invalid_grant", 400, "The account is locked.");

    public static readonly AadError ConsentMissing = new(65001, "invalid_grant", 400, "The user or administrator has not consented to use the application.");

    public static readonly AadError SecondFactor = new(50076, "interaction_required", 400,
        "Due to a configuration change made by your administrator, you must use multi-factor authentication.");

    public static readonly AadError SecondFactorEnrolment = new(50079, "interaction_required", 400, "You must enroll in multi-factor authentication.");

    public static readonly AadError ConditionalAccess = new(53003, "interaction_required", 400, "Access has been blocked by Conditional Access policies.");

    public static readonly AadError CodePending = new(70016, "authorization_pending", 400, "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");

    public static readonly AadError CodeDeclined = new(70018, "authorization_declined", 400, "The end user denied the authorization request.");
}
