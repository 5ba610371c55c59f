using System.ComponentModel;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>Says in plain words what kept an endpoint's answer away. "It" is the endpoint.</summary>
internal static partial class HttpFailureText
{
    /// <summary>
    /// Whether an error lies in the TLS of the endpoint, not on the way to it. TLS 1.3 refuses a client only after the handshake,
    /// so that the cause counts, too.
    /// </summary>
    public static bool IsTlsError(HttpRequestException error) =>
        error.HttpRequestError == HttpRequestError.SecureConnectionError || Innermost(error) is CryptographicException or (Win32Exception and not SocketException);

    /// <summary>What is wrong with the certificate; null where it is not the certificate.</summary>
    public static CertificateProblem? ProblemOf(HttpRequestException error) => (error.InnerException as EndpointTlsException)?.Problem;

    /// <summary>An error in a sentence.</summary>
    public static string Explain(HttpRequestException error) => DisplayText.Shorten(Sentence(Words(error)), 500);

    private static string Words(HttpRequestException error) => error switch
    {
        { InnerException: EndpointTlsException tls } => tls.Message,
        _ when IsTlsError(error) => Handshake(Innermost(error)),
        { HttpRequestError: HttpRequestError.ResponseEnded } => "it closed the connection before its answer was whole, as a firewall does, or an endpoint that asks for a client certificate",
        { HttpRequestError: HttpRequestError.InvalidResponse } => "what it answers is no HTTP",
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "it answered more than 1 MB, or header lines of more than 64 KB, as no token endpoint does",
        { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } =>
            string.Create(CultureInfo.InvariantCulture, $"the proxy does not let the connection through (HTTP {(int)status})"),
        // The outer text names host and port, the inner one does not.
        { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => error.Message,
        // The system's proxy may be named with its user and password.
        _ => UserInfo().Replace(Innermost(error).Message, "//***@"),
    };

    private static string Handshake(Exception cause) => cause switch
    {
        IOException => "it closed the connection during the TLS handshake",
        SocketException => $"the connection broke during the TLS handshake: {cause.Message}",
        _ when AlertName().Match(cause.Message) is { Success: true } alert => Alert(alert.Groups[1].Value),
        _ when cause.Message.Contains("unsupported protocol", StringComparison.Ordinal) => "it takes no TLS 1.2 or later",
        _ => $"the TLS handshake with it failed: {OpenSslPrefix().Replace(cause.Message, "")}",
    };

    // Names as OpenSSL writes them (RFC 8446 section 6); other systems' libraries say it in a sentence.
    private static string Alert(string name) => $"it ended the TLS handshake with the alert '{name}', as an endpoint does that " + name switch
    {
        "protocol version" => "takes no TLS 1.2 or later",
        "certificate required" or "bad certificate" => "asks for a client certificate",
        "handshake failure" or "insufficient security" => "takes no TLS 1.2 or later, has no cipher suite in common with this machine, or asks for a client certificate",
        _ => "refuses this client",
    };

    private static Exception Innermost(Exception error)
    {
        while (error.InnerException is { } inner) error = inner;
        return error;
    }

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    [GeneratedRegex(@"\balert ([a-z][a-z ]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AlertName();

    [GeneratedRegex("^error:[0-9A-Fa-f]+:.*::", RegexOptions.CultureInvariant)]
    private static partial Regex OpenSslPrefix();

    [GeneratedRegex(@"(?<=:)//[^\s'/]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
