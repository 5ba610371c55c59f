using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>
/// An OAuth authority: <c>https://login host/tenant GUID</c>, with any https host and nothing after the tenant.
/// </summary>
public sealed partial class AuthorityType : FieldType
{
    /// <inheritdoc/>
    public override string Allowed => "https://login host/tenant GUID";

    /// <inheritdoc/>
    public override object? Plain(object? value) => (value as Uri)?.OriginalString;

    /// <summary>Returns an authority with its internationalized host in ASCII (A-labels); null for other hosts.</summary>
    internal static string? AddressInAscii(Uri? address) =>
        HostName.InAscii(address?.Host) is { } host ? address!.OriginalString.Replace(address.Host, host, StringComparison.OrdinalIgnoreCase) : null;

    /// <inheritdoc/>
    public override string? InAscii(object? plain) => plain is string text && Uri.TryCreate(text, UriKind.Absolute, out var address) ? AddressInAscii(address) : null;

    internal override object? Read(FieldInput input)
    {
        if (!input.TryGetText(out var text)) return input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        if (text.Any(char.IsControl) || text.Contains('\\', StringComparison.Ordinal)
            || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps || uri.Host.Length == 0)
        {
            return Masked(input, text).Refuse(SettingsErrors.AddressNotHttps, Allowed);
        }
        if (Extras(uri) is { } extras) return Masked(input, text).Refuse(SettingsErrors.AddressHasExtras, Allowed, extras);
        if (HostType.Fault(uri.Host.Trim('[', ']')) is { } wrong) return input.Refuse(SettingsErrors.HostInvalid, HostType.AllowedHosts, wrong);
        return Guid.TryParseExact(uri.AbsolutePath.Trim('/'), "D", out var tenant) && uri.Segments.Length == 2
            ? new Uri($"https://{uri.Authority}/{tenant:D}")
            : input.Refuse(SettingsErrors.AddressTenantNotGuid, Allowed);
    }

    // The user info may contain a password, and faults show their value on screen and in logs.
    private static FieldInput Masked(FieldInput input, string text) =>
        text.Contains('@', StringComparison.Ordinal) ? input with { Value = UserInfo().Replace(text, "${scheme}***@") } : input;

    // Up to the last @, since an unescaped password may contain any character.
    [GeneratedRegex(@"^(?<scheme>\s*[A-Za-z][A-Za-z0-9+.\-]*:[/\\]{2,}|).*@", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    private static string? Extras(Uri uri) => uri switch
    {
        // UserInfo does not show an empty user name.
        _ when uri.OriginalString.Contains('@', StringComparison.Ordinal) => "a user name",
        _ when uri.OriginalString.Contains('?', StringComparison.Ordinal) => "a query",
        _ when uri.OriginalString.Contains('#', StringComparison.Ordinal) => "a fragment",
        _ => null,
    };
}
