using System.Buffers.Text;
using System.Text.Json;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// Reads the claims of a JWT (RFC 7519) for display. Does not verify the signature: the server validates the token, and nothing
/// is decided by its claims.
/// </summary>
public static class JwtDecoder
{
    private const int MaxTokenLength = 64 * 1024;
    private const int MaxListLength = 200;
    private const int MaxTextLength = 300;

    private static readonly Dictionary<string, TokenAudience> Audiences = KnownAudiences();

    private static readonly Dictionary<string, TokenRights> Rights = new(StringComparer.OrdinalIgnoreCase)
    {
        ["IMAP.AccessAsApp"] = TokenRights.Imap,
        ["IMAP.AccessAsUser.All"] = TokenRights.Imap,
        ["SMTP.SendAsApp"] = TokenRights.Smtp,
        ["SMTP.Send"] = TokenRights.Smtp,
        ["Mail.Read"] = TokenRights.GraphRead,
        ["Mail.ReadWrite"] = TokenRights.GraphRead,
        ["Mail.Read.Shared"] = TokenRights.GraphRead,
        ["Mail.ReadWrite.Shared"] = TokenRights.GraphRead,
        ["Mail.Send"] = TokenRights.GraphSend,
        ["Mail.Send.Shared"] = TokenRights.GraphSend,
    };

    /// <summary>
    /// Returns the facts of a token; <see cref="TokenFacts.Unknown"/> for an opaque, encrypted or malformed one.
    /// </summary>
    public static TokenFacts Decode(string token)
    {
        if (token.Length > MaxTokenLength) return TokenFacts.Unknown;
        var parts = token.Split('.');
        if (parts.Length != 3) return TokenFacts.Unknown;

        var claims = Base64Url.IsValid(parts[1]) ? JsonText.ParseObject(Base64Url.DecodeFromChars(parts[1])) : null;
        return claims is null ? TokenFacts.Unknown : Read(claims);
    }

    private static TokenFacts Read(JsonElement? claims)
    {
        var audiences = claims.Texts("aud", MaxListLength);
        var roles = claims.Texts("roles", MaxListLength);
        var scopes = claims.Texts("scp", MaxListLength)
            .SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Take(MaxListLength).ToList();
        return new TokenFacts
        {
            IsReadable = true,
            Audiences = [.. audiences.Select(Shown)],
            Roles = [.. roles.Select(Shown)],
            Scopes = [.. scopes.Select(Shown)],
            TenantId = Text(claims, "tid"),
            ApplicationId = Text(claims, "appid") ?? Text(claims, "azp"),
            Issuer = Text(claims, "iss"),
            IssuedAt = Date(claims.Member("iat")),
            NotBefore = Date(claims.Member("nbf")),
            ExpiresAt = Date(claims.Member("exp")),
            Audience = AudienceOf(audiences),
            Rights = roles.Concat(scopes).Aggregate(TokenRights.None, (rights, name) => rights | RightOf(name)),
        };
    }

    private static string? Text(JsonElement? claims, string name) => claims.Text(name) is { } text ? Shown(text) : null;

    private static string Shown(string text) => DisplayText.Shorten(text, MaxTextLength);

    private static TokenAudience AudienceOf(List<string> audiences) => audiences.Count == 0
        ? TokenAudience.Unknown
        : Audiences.GetValueOrDefault(audiences[0].TrimEnd('/'), TokenAudience.Other);

    private static TokenRights RightOf(string name) => Rights.GetValueOrDefault(name, TokenRights.Other);

    // NumericDate: seconds since 1970, optionally with a fraction (RFC 7519 section 2).
    private static DateTimeOffset? Date(JsonElement? claim)
    {
        if (claim is not { ValueKind: JsonValueKind.Number } number || !number.TryGetDouble(out var seconds)) return null;
        return seconds is >= 0 and < 253_402_300_800 ? DateTimeOffset.UnixEpoch.AddSeconds(Math.Floor(seconds)) : null;
    }

    private static Dictionary<string, TokenAudience> KnownAudiences()
    {
        // The two GUIDs are the application IDs of Office 365 Exchange Online and of Microsoft Graph in every tenant.
        var known = new Dictionary<string, TokenAudience>(StringComparer.OrdinalIgnoreCase)
        {
            ["00000002-0000-0ff1-ce00-000000000000"] = TokenAudience.Exchange,
            ["00000003-0000-0000-c000-000000000000"] = TokenAudience.Graph,
        };
        foreach (var cloud in CloudEndpoints.All)
        {
            known[cloud.ExchangeResource] = TokenAudience.Exchange;
            known[cloud.ExchangeDelegatedResource] = TokenAudience.Exchange;
            known[cloud.GraphResource] = TokenAudience.Graph;
        }
        return known;
    }
}
