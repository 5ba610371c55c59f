using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Connection;

/// <summary>Normalizes a host as users write it for the resolver, for SNI and for certificate matching.</summary>
public static class HostName
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;
    private const string ALabelPrefix = "xn--";

    // Underscores are not valid in host names, but some have them.
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>Returns the name in A-labels without a trailing dot, or an IP literal without brackets.</summary>
    /// <exception cref="WireException">It is neither.</exception>
    internal static string Normalize(string host)
    {
        if (TryLiteral(host, out var address))
            return address.ToString();
        var ascii = ToAscii(host);
        if (ascii.EndsWith('.'))
            ascii = ascii[..^1];
        var valid = ascii.Length is > 0 and <= MaxLength && ascii.Split('.').All(IsLabel);
        return valid ? ascii : throw WireException.InvalidInput(nameof(MailEndpoint.Host));
    }

    /// <summary>
    /// Gets a key that is the same text for equal hosts: A-labels in lower case without a trailing dot, or an IP literal.
    /// Anything else is only lowercased.
    /// </summary>
    public static string Key(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            return Normalize(host);
        }
        catch (WireException)
        {
            return host.ToLowerInvariant();
        }
    }

    /// <summary>Whether the text is a host name, not an IP address.</summary>
    /// <param name="host">A host as users write it.</param>
    public static bool IsName(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            return !TryLiteral(host, out _) && Normalize(host).Length > 0;
        }
        catch (WireException)
        {
            return false;
        }
    }

    /// <summary>
    /// Gets the A-labels of a non-ASCII host name, to be shown beside it, since its letters may look like others. Null if the
    /// host is ASCII or not a valid name.
    /// </summary>
    public static string? InAscii(string? host) =>
        host is not null && !System.Text.Ascii.IsValid(host) && Key(host) is var key && System.Text.Ascii.IsValid(key) ? key : null;

    /// <summary>Parses an IPv4 literal of four numbers, or an IPv6 literal with or without brackets.</summary>
    internal static bool TryLiteral(string host, out IPAddress address)
    {
        var bare = host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host;
        if (IPAddress.TryParse(bare, out var parsed)
            && (parsed.AddressFamily == AddressFamily.InterNetworkV6 || parsed.ToString() == bare))
        {
            address = parsed;
            return true;
        }

        address = IPAddress.None;
        return false;
    }

    private static string ToAscii(string host)
    {
        try
        {
            // ASCII names too, because SslStream maps them and would otherwise throw in the middle of a handshake.
            return Idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            throw WireException.InvalidInput(nameof(MailEndpoint.Host));
        }
    }

    // Hyphens and A-labels are checked here, because without ICU, as on older Windows servers, the mapping leaves ASCII unchecked.
    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabelLength && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && label[0] != '-' && label[^1] != '-' && (!label.StartsWith(ALabelPrefix, StringComparison.OrdinalIgnoreCase) || IsDecodable(label));

    private static bool IsDecodable(string label)
    {
        try
        {
            return !Idn.GetUnicode(label).StartsWith(ALabelPrefix, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
