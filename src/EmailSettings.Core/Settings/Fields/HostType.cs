using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A host name (RFC 1123; IDNs are kept as typed) or an IPv4 or IPv6 address (brackets are dropped).</summary>
public sealed partial class HostType : FieldType
{
    /// <summary>What is allowed.</summary>
    internal const string AllowedHosts = "a host name, an IPv4 or an IPv6 address";

    private static readonly IdnMapping Idn = new();

    /// <inheritdoc/>
    public override string Allowed => AllowedHosts;

    /// <inheritdoc/>
    public override string? InAscii(object? plain) => HostName.InAscii(plain as string);

    internal override object? Read(FieldInput input)
    {
        if (!input.TryGetText(out var text)) return input.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        var host = text.Trim();
        if (host is ['[', .. var inner, ']'] && inner.Contains(':', StringComparison.Ordinal)) host = inner;
        return Fault(host) is { } wrong ? input.Refuse(SettingsErrors.HostInvalid, Allowed, wrong) : host;
    }

    /// <summary>Returns what is wrong with a host; null if nothing.</summary>
    internal static string? Fault(string host)
    {
        if (host.Length == 0) return "empty";
        if (host.Length > 253) return string.Create(CultureInfo.InvariantCulture, $"{host.Length} characters long, but a name has at most 253");
        if (host.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return "not a host name: it contains white space or a control character";
        if (DisplayText.Escape(host) != host || host.EnumerateRunes().Any(IsShaping))
            return "not a host name: it contains an invisible character";
        if (host.Contains("://", StringComparison.Ordinal) || host.Contains('/', StringComparison.Ordinal)) return "an address with a scheme or a path";
        if (host.Contains(':', StringComparison.Ordinal))
            return host[0] != '[' && IPAddress.TryParse(host, out _) ? null : "not an IPv6 address (the port is a separate field)";

        // Only canonical addresses: short (10.1), octal (010.0.0.1) and hexadecimal (0x7f.1) forms are ambiguous.
        var isAddress = IPAddress.TryParse(host, out var address);
        if (isAddress || DottedNumbers().IsMatch(host)) return isAddress && address!.ToString() == host ? null : "no IPv4 address";
        return IsName(host) ? null : "not a host name";
    }

    // Joiners and variation selectors, which are legitimate in other text.
    private static bool IsShaping(Rune rune) => rune.Value is 0x200C or 0x200D or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180F);

    private static bool IsName(string host)
    {
        try
        {
            return Name().IsMatch(Idn.GetAscii(host.TrimEnd('.')));
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[0-9.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex DottedNumbers();

    // Underscores are not allowed in host names, but Windows networks use them.
    [GeneratedRegex(@"^(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
