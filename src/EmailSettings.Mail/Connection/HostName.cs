using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Connection;

/// <summary>A host as people write it, made ready for the resolver, for SNI and for comparing with a certificate.</summary>
public static class HostName
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    // Underscores are no letters of host names, and stand in some all the same.
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = false };

    /// <summary>The name in A-labels without a final dot, or an IP literal without brackets.</summary>
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
    /// A host in the form in which equal ones are the same text: A-labels in lower case without a final dot, or an IP literal.
    /// What is no host is only put into lower case.
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

    /// <summary>It is a host name, and no IP address.</summary>
    /// <param name="host">A host as people write it.</param>
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
    /// A host beyond ASCII in A-labels, to be shown beside it: its letters may look like others. Null for one in ASCII, and for
    /// what is no host.
    /// </summary>
    public static string? InAscii(string? host) =>
        host is not null && !System.Text.Ascii.IsValid(host) && Key(host) is var key && System.Text.Ascii.IsValid(key) ? key : null;

    /// <summary>Reads an IPv4 literal of four numbers, or an IPv6 literal with or without brackets.</summary>
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
            // For names in ASCII too: SslStream maps them so, and throws in the middle of a handshake.
            return Idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            throw WireException.InvalidInput(nameof(MailEndpoint.Host));
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaxLabelLength && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
