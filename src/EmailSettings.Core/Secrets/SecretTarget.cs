using System.Globalization;
using System.Net;
using EmailSettings.Core.Settings;
using EmailSettings.Mail.Connection;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// Where a secret may be sent, as written in its payload: <c>authority host/tenant/client id</c> of an application,
/// <c>host:port/tls</c> (or <c>/clear</c>) of a mail server. Lower case; unset values are empty, so that setting them changes the
/// target.
/// </summary>
internal static class SecretTarget
{
    private const string Tls = "tls";
    private const string Clear = "clear";

    /// <summary>Returns the target of an application's client secret.</summary>
    public static string Of(Uri? address, Guid? clientId)
    {
        if (address is null) return $"//{clientId:D}";
        var port = address.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{address.Port}");
        return $"{HostName.Key(address.IdnHost)}{port}/{address.AbsolutePath.Trim('/').ToLowerInvariant()}/{clientId:D}";
    }

    /// <summary>Returns the target of a mail server login.</summary>
    public static string Of(OutgoingMailServer server) => string.Create(CultureInfo.InvariantCulture,
        $"{(server.Host is { } host ? HostName.Key(host) : "")}:{server.Port}/{(server.UseSsl ? Tls : Clear)}");

    /// <summary>Returns the server fields in a target with their values; null if it is not a target of that kind.</summary>
    public static IReadOnlyList<(string Field, string Value)>? Fields(SecretPurposeKind kind, string target) => (kind, target.Split('/')) switch
    {
        (SecretPurposeKind.IncomingSecret, [var login, var tenant, var client]) => Application(login, tenant, client),
        (SecretPurposeKind.OutgoingPassword, [var mail, var tls]) => Server(mail, tls),
        (SecretPurposeKind.OutgoingSecret, [var login, var tenant, var client, var mail, var tls]) =>
            Server(mail, tls) is { } server && Application(login, tenant, client) is { } application ? [.. server, .. application] : null,
        _ => null,
    };

    private static List<(string Field, string Value)>? Application(string login, string tenant, string client) =>
        (login.Length == 0 || Uri.TryCreate($"https://{login}", UriKind.Absolute, out _)) && IsGuid(tenant) && IsGuid(client)
            ? [("address", $"{login}/{tenant}"), ("clientId", client)]
            : null;

    // An IPv6 address contains colons: the last one precedes the port.
    private static List<(string Field, string Value)>? Server(string mail, string tls)
    {
        if (tls is not (Tls or Clear) || mail.LastIndexOf(':') is not (>= 0 and var colon)) return null;
        var (host, port) = (mail[..colon], mail[(colon + 1)..]);
        return (host.Length == 0 || Uri.CheckHostName(host) != UriHostNameType.Unknown || IPAddress.TryParse(host, out _)) && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? [("host", host), ("port", port), ("useSsl", tls)]
            : null;
    }

    private static bool IsGuid(string text) => text.Length == 0 || Guid.TryParseExact(text, "D", out _);
}
