using System.Diagnostics.CodeAnalysis;

namespace EmailSettings.Core.OAuth;

/// <summary>
/// An OAuth authority: <c>https://&lt;login host&gt;/&lt;tenant GUID&gt;</c>. <c>common</c> and the like are rejected: client
/// credentials need a tenant.
/// </summary>
public sealed record OAuthAuthority
{
    private OAuthAuthority(Uri address, Guid tenantId)
    {
        Address = address;
        TenantId = tenantId;
    }

    /// <summary>The whole address, without a trailing slash.</summary>
    public Uri Address { get; }

    /// <summary>The tenant.</summary>
    public Guid TenantId { get; }

    /// <summary>Parses an authority: https, one path segment that is a GUID, no query, fragment or user info.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out OAuthAuthority? authority)
    {
        authority = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps) return false;
        if (address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0) return false;
        if (!Guid.TryParseExact(address.AbsolutePath.Trim('/'), "D", out var tenant)) return false;

        authority = new OAuthAuthority(new Uri(address, $"/{tenant:D}"), tenant);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Address.AbsoluteUri;
}
