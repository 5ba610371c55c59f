using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EmailSettings.Integration.Tests.Tokens;

/// <summary><c>/{tenant}/oauth2/v2.0/token</c>, <c>…/devicecode</c> and <c>/common/userrealm/…</c>.</summary>
internal static class TokenRoutes
{
    private static readonly string[] OpenIdScopes = ["openid", "profile", "offline_access"];

    public static void Map(WebApplication application, TokenDirectory directory, TokenIssuer issuer)
    {
        application.MapPost("/{tenant}/oauth2/v2.0/token", async (string tenant, HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var refusal = Judge(directory, tenant, form);
            return refusal is null ? Results.Json(Grant(directory, issuer, form)) : Refuse(refusal, directory, form);
        });
        application.MapPost("/{tenant}/oauth2/v2.0/devicecode", (string tenant) => Results.Json(new Dictionary<string, object>
        {
            ["device_code"] = "device-code-of-this-run",
            ["user_code"] = "ABCD-1234",
            ["verification_uri"] = "https://localhost/device",
            ["expires_in"] = 900,
            ["interval"] = 1,
            ["message"] = "To sign in, open https://localhost/device and enter the code ABCD-1234.",
        }));
        application.MapGet("/common/userrealm/{user}", (string user) => Results.Json(new Dictionary<string, object>
        {
            ["ver"] = "1.0",
            ["account_type"] = user.EndsWith("@mail.test", StringComparison.Ordinal) ? "Managed" : "Unknown",
            ["domain_name"] = "mail.test",
            ["cloud_instance_name"] = "localhost",
            ["cloud_audience_urn"] = "urn:federation:MicrosoftOnline",
        }));
    }

    private static AadError? Judge(TokenDirectory directory, string tenant, IFormCollection form)
    {
        if (tenant != directory.TenantId.ToString("D")) return AadError.TenantUnknown;
        if (form["client_id"] != directory.ClientId.ToString("D")) return AadError.ClientUnknown;
        var wrong = (string?)form["grant_type"] switch
        {
            "client_credentials" => form["client_secret"] == directory.ClientSecret ? null : AadError.SecretWrong,
            "password" => JudgeUser(directory, form),
            _ when !directory.PublicClientAllowed => AadError.PublicClientOff,
            _ => directory.DeviceCode switch
            {
                DeviceCodeState.Pending => AadError.CodePending,
                DeviceCodeState.Declined => AadError.CodeDeclined,
                _ => null,
            },
        };
        return wrong ?? directory.Refusal;
    }

    private static AadError? JudgeUser(TokenDirectory directory, IFormCollection form) =>
        !directory.PublicClientAllowed ? AadError.PublicClientOff
        : form["username"] != directory.UserName ? AadError.UserUnknown
        : form["password"] != directory.UserPassword ? AadError.PasswordWrong
        : null;

    private static Dictionary<string, object> Grant(TokenDirectory directory, TokenIssuer issuer, IFormCollection form)
    {
        var scopes = ((string?)form["scope"] ?? "").Split(' ').Except(OpenIdScopes).ToList();
        // The resource is the scope without its last segment, which is the permission.
        var resource = scopes[0][..scopes[0].LastIndexOf('/')];
        var isGraph = resource.Contains("graph", StringComparison.Ordinal);
        var answer = new Dictionary<string, object> { ["token_type"] = "Bearer", ["expires_in"] = 3600 };
        if (form["grant_type"] == "client_credentials")
        {
            var roles = isGraph ? directory.GraphRoles : directory.ExchangeRoles;
            answer["access_token"] = issuer.IssueAccessToken(resource, roles.Count == 0 ? null : roles, null);
            return answer;
        }
        var rights = string.Join(' ', scopes.Select(scope => scope[(scope.LastIndexOf('/') + 1)..]));
        answer["access_token"] = issuer.IssueAccessToken(resource, null, rights);
        answer["scope"] = string.Join(' ', scopes);
        answer["id_token"] = issuer.IssueIdToken();
        answer["client_info"] = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
            $$"""{"uid":"{{directory.ClientId:D}}","utid":"{{directory.TenantId:D}}"}"""));
        return answer;
    }

    private static IResult Refuse(AadError error, TokenDirectory directory, IFormCollection form)
    {
        var correlation = Guid.NewGuid().ToString("D");
        var echo = directory.EchoesSecrets ? " You sent: " + string.Join('&', form.Select(pair => $"{pair.Key}={pair.Value}")) : "";
        return Results.Json(new Dictionary<string, object>
        {
            ["error"] = error.Error,
            ["error_description"] = $"AADSTS{error.Number}: {error.Text}{echo}\r\nTrace ID: {Guid.NewGuid():D}\r\nCorrelation ID: {correlation}",
            ["error_codes"] = new[] { error.Number },
            ["correlation_id"] = correlation,
        }, statusCode: error.Status);
    }
}
