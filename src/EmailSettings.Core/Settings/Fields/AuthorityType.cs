using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>An OAuth authority: <c>https://login host/tenant GUID</c>, any https host, nothing behind the tenant.</summary>
public sealed class AuthorityType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => "https://login host/tenant GUID";

    /// <inheritdoc/>
    public override object? Plain(object? value) => (value as Uri)?.OriginalString;

    internal override object? Read(FieldReading reading)
    {
        if (!reading.TryGetText(out var text)) return reading.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        if (text.Any(char.IsControl) || text.Contains('\\', StringComparison.Ordinal)
            || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Host.Length == 0)
        {
            return reading.Refuse(SettingsErrors.AddressNotHttps, Allowed);
        }
        if (Extras(uri) is { } extras) return reading.Refuse(SettingsErrors.AddressHasExtras, Allowed, extras);
        return Guid.TryParseExact(uri.AbsolutePath.Trim('/'), "D", out var tenant) && uri.Segments.Length == 2
            ? new Uri($"https://{uri.Authority}/{tenant:D}")
            : reading.Refuse(SettingsErrors.AddressTenantNotGuid, Allowed);
    }

    private static string? Extras(Uri uri) => uri switch
    {
        // An empty user name leaves no trace in UserInfo.
        _ when uri.OriginalString.Contains('@', StringComparison.Ordinal) => "a user name",
        _ when uri.OriginalString.Contains('?', StringComparison.Ordinal) => "a query",
        _ when uri.OriginalString.Contains('#', StringComparison.Ordinal) => "a fragment",
        _ => null,
    };
}
