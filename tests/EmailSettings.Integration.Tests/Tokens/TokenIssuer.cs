using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>Signs tokens with a key of this run (RS256, RFC 7518 section 3.3) and verifies them.</summary>
public sealed class TokenIssuer(TokenDirectory directory)
{
    private static readonly RSA Key = RSA.Create(2048);

    private readonly ConcurrentDictionary<string, JsonObject> _opaque = new();

    /// <summary>Issues an access token for a resource; roles for an application, scopes for a user.</summary>
    public string IssueAccessToken(string resource, IEnumerable<string>? roles, string? scopes)
    {
        var now = DateTimeOffset.UtcNow;
        var claims = new JsonObject
        {
            ["aud"] = resource,
            ["iss"] = $"https://sts.windows.net/{directory.TenantId:D}/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddSeconds(directory.TokenLifetimeSeconds).ToUnixTimeSeconds(),
            ["appid"] = directory.ClientId.ToString("D"),
            ["tid"] = directory.TenantId.ToString("D"),
            ["ver"] = "1.0",
        };
        if (roles is not null) claims["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]);
        if (scopes is not null) claims["scp"] = scopes;
        claims["upn"] = scopes is null ? null : directory.UserName;
        if (!directory.OpaqueTokens) return Sign(claims);

        var opaque = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _opaque[opaque] = claims;
        return opaque;
    }

    /// <summary>Issues an ID token, which MSAL requests with a user's access token.</summary>
    public string IssueIdToken() => Sign(new JsonObject
    {
        ["aud"] = directory.ClientId.ToString("D"),
        ["iss"] = $"https://localhost/{directory.TenantId:D}/v2.0",
        ["exp"] = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds(),
        ["oid"] = directory.ClientId.ToString("D"),
        ["sub"] = "alice",
        ["tid"] = directory.TenantId.ToString("D"),
        ["preferred_username"] = directory.UserName,
    });

    /// <summary>Gets the claims of one of our tokens; null if it is not ours or has expired.</summary>
    public JsonObject? Verify(string token)
    {
        var claims = _opaque.GetValueOrDefault(token) ?? VerifySigned(token);
        return claims is not null && (long)claims["exp"]! > DateTimeOffset.UtcNow.ToUnixTimeSeconds() ? claims : null;
    }

    private static string Sign(JsonObject claims)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = "run" };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var signature = Key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static JsonObject? VerifySigned(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1]) || !Base64Url.IsValid(parts[2])) return null;
        var isOurs = Key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return isOurs ? JsonNode.Parse(Base64Url.DecodeFromChars(parts[1])) as JsonObject : null;
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(json));
}
