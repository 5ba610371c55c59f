using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>Token introspection for Dovecot, and Graph's inbox.</summary>
internal static class MailRoutes
{
    public static void Map(WebApplication application, TokenDirectory directory, TokenIssuer issuer)
    {
        application.MapGet("/introspect", (HttpRequest request) =>
        {
            var claims = issuer.Verify(Bearer(request));
            return claims is not null && MayUseMail(claims)
                ? Results.Json(new Dictionary<string, object> { ["active"] = "yes", ["username"] = (string?)claims["upn"] ?? directory.Mailbox })
                : Results.Json(new Dictionary<string, object> { ["active"] = "no" });
        });
        application.MapGet("/v1.0/users/{mailbox}/mailFolders/inbox", (string mailbox, HttpRequest request) =>
        {
            var claims = issuer.Verify(Bearer(request));
            if (claims is null || !Audience(claims).Contains("graph", StringComparison.Ordinal))
                return GraphError(401, "InvalidAuthenticationToken", "Access token validation failure. Invalid audience.");
            if (!Rights(claims).Any(right => right is "Mail.Read" or "Mail.ReadWrite"))
                return GraphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
            return mailbox == directory.Mailbox
                ? Results.Json(new Dictionary<string, object> { ["displayName"] = "Inbox", ["totalItemCount"] = directory.InboxCount })
                : GraphError(404, "ErrorInvalidUser", $"The requested user '{mailbox}' is invalid.");
        });
    }

    private static string Bearer(HttpRequest request) => request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);

    private static string Audience(JsonObject claims) => (string)claims["aud"]!;

    private static bool MayUseMail(JsonObject claims) =>
        Audience(claims).Contains("outlook", StringComparison.Ordinal)
        && Rights(claims).Any(right => right.StartsWith("IMAP.", StringComparison.Ordinal) || right.StartsWith("SMTP.", StringComparison.Ordinal));

    private static IEnumerable<string> Rights(JsonObject claims) =>
        (claims["roles"] as JsonArray ?? []).Select(role => (string)role!).Concat(((string?)claims["scp"] ?? "").Split(' '));

    private static IResult GraphError(int status, string code, string message) =>
        Results.Json(new { error = new { code, message } }, statusCode: status);
}
