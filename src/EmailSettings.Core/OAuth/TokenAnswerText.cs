using System.Globalization;
using System.Text;
using System.Text.Json;
using EmailSettings.Core.OAuth.Http;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// Describes in plain words an answer that is neither a token nor an OAuth error. "Its" refers to the endpoint.
/// </summary>
internal static class TokenAnswerText
{
    /// <summary>Describes an answer with a status other than 200 and no OAuth error.</summary>
    public static string OfRefusal(HttpAnswer answer, string? redirectHost)
    {
        var status = string.Create(CultureInfo.InvariantCulture, $"HTTP {answer.Status}");
        return answer.Status switch
        {
            >= 300 and < 400 when redirectHost is not null => $"it redirects to the host '{redirectHost}' ({status})",
            >= 300 and < 400 => $"it redirects ({status})",
            _ when Form(answer.Body) is { } form => $"{form} ({status})",
            _ => $"it answers {status} without an OAuth error",
        };
    }

    /// <summary>Returns what is wrong with an answer of status 200; null if nothing.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="path">The requested path.</param>
    /// <param name="grant">The requested grant.</param>
    public static string? OfSuccess(HttpAnswer answer, string path, TokenGrant grant)
    {
        if (Form(answer.Body) is { } form) return $"{form} (HTTP 200)";
        var body = JsonText.ParseObject(Encoding.UTF8.GetBytes(answer.Body));
        if (path.Contains("/userrealm/", StringComparison.OrdinalIgnoreCase)) return body.Text("account_type") is null ? "its answer does not state the type of the user's account" : null;
        if (path.EndsWith("/devicecode", StringComparison.OrdinalIgnoreCase))
            return IsCode(body) ? null : "its answer has no device code (RFC 8628 section 3.2)";
        return path.EndsWith("/token", StringComparison.OrdinalIgnoreCase) ? OfToken(body, grant) : null;
    }

    private static bool IsCode(JsonElement? body) => !string.IsNullOrEmpty(body.Text("device_code")) && !string.IsNullOrEmpty(body.Text("user_code"))
        && !string.IsNullOrEmpty(body.Text("verification_uri") ?? body.Text("verification_url"));

    private static string? OfToken(JsonElement? body, TokenGrant grant) => body switch
    {
        _ when string.IsNullOrEmpty(body.Text("access_token")) => "its answer has no token (RFC 6749 section 5.1)",
        _ when string.IsNullOrEmpty(body.Text("token_type")) => "its answer has a token but no token_type (RFC 6749 section 5.1)",
        _ when grant != TokenGrant.ClientCredentials && string.IsNullOrEmpty(body.Text("client_info")) =>
            "its answer has a token but no client_info, in which Microsoft's endpoints identify the user",
        _ => "its answer has a token but also unreadable members",
    };

    private static string? Form(string body)
    {
        var start = body.AsSpan().TrimStart();
        if (start.IsEmpty) return "its answer is empty";
        if (start[0] == '<') return "its answer is a page (HTML or XML), not JSON";
        return JsonText.ParseObject(Encoding.UTF8.GetBytes(body)) is null ? "its answer is not a JSON object" : null;
    }
}
