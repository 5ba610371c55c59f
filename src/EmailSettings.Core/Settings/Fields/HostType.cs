using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A host name (RFC 1123, IDN kept as typed) or an IPv4 or IPv6 address (brackets are dropped).</summary>
public sealed partial class HostType : FieldType
{
    /// <summary>What hosts there are.</summary>
    internal const string AllowedHosts = "a host name, an IPv4 or an IPv6 address";

    private static readonly IdnMapping Idn = new();

    /// <inheritdoc/>
    public override string Allowed => AllowedHosts;

    /// <inheritdoc/>
    public override string? InAscii(object? plain) => HostName.InAscii(plain as string);

    internal override object? Read(FieldReading reading)
    {
        if (!reading.TryGetText(out var text)) return reading.Refuse(SettingsErrors.ValueTypeWrong, Allowed);
        var host = text.Trim();
        if (host is ['[', .. var inner, ']'] && inner.Contains(':', StringComparison.Ordinal)) host = inner;
        return Fault(host) is { } wrong ? reading.Refuse(SettingsErrors.HostInvalid, Allowed, wrong) : host;
    }

    /// <summary>What is wrong with a host; null where nothing is.</summary>
    internal static string? Fault(string host)
    {
        if (host.Length == 0) return "empty";
        if (host.Length > 253) return string.Create(CultureInfo.InvariantCulture, $"{host.Length} characters long, where a name has at most 253");
        if (host.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return "no host name: it holds white space or a control character";
        if (DisplayText.Escape(host) != host || host.EnumerateRunes().Any(IsShaping))
            return "no host name: it holds an invisible character";
        if (host.Contains("://", StringComparison.Ordinal) || host.Contains('/', StringComparison.Ordinal)) return "an address with a scheme or a path";
        if (host.Contains(':', StringComparison.Ordinal))
            return host[0] != '[' && IPAddress.TryParse(host, out _) ? null : "no IPv6 address (a port is a field of its own)";

        // Written back alike, or else it is short (10.1), octal (010.0.0.1) or hexadecimal (0x7f.1), which not everybody reads
        // the same.
        var isAddress = IPAddress.TryParse(host, out var address);
        if (isAddress || DottedNumbers().IsMatch(host)) return isAddress && address!.ToString() == host ? null : "no IPv4 address";
        return IsName(host) ? null : "no host name";
    }

    // Joiners and variation selectors, which are text elsewhere.
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

    // An underscore is no letter of host names, yet Windows networks use it.
    [GeneratedRegex(@"^(?=.{1,253}$)[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
