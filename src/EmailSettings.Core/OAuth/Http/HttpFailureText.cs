using System.ComponentModel;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using EmailSettings.Mail.Redaction;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.OAuth.Http;

/// <summary>Describes in plain words why an endpoint did not answer. "It" is the endpoint.</summary>
internal static partial class HttpFailureText
{
    /// <summary>
    /// Returns whether an error is a TLS failure. In TLS 1.3 a client is rejected only after the handshake, so the inner
    /// exception counts, too.
    /// </summary>
    public static bool IsTlsError(HttpRequestException error) =>
        error.HttpRequestError == HttpRequestError.SecureConnectionError || Innermost(error) is CryptographicException or (Win32Exception and not SocketException);

    /// <summary>Returns what is wrong with the certificate; null if it is not the certificate.</summary>
    public static CertificateProblem? ProblemOf(HttpRequestException error) => (error.InnerException as EndpointTlsException)?.Problem;

    /// <summary>Describes an error in a sentence.</summary>
    public static string Explain(HttpRequestException error) => DisplayText.Shorten(Sentence(Words(error)), 500);

    private static string Words(HttpRequestException error) => error switch
    {
        { InnerException: EndpointTlsException tls } => tls.Message,
        _ when IsTlsError(error) => Handshake(Innermost(error)),
        { HttpRequestError: HttpRequestError.ResponseEnded } => "it closed the connection before its answer was complete, like a firewall or an endpoint that requires a client certificate",
        { HttpRequestError: HttpRequestError.InvalidResponse } => "its answer is not HTTP",
        { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "its answer is larger than 1 MB, or has more than 64 KB of headers, unlike that of any token endpoint",
        { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: { } status } =>
            string.Create(CultureInfo.InvariantCulture, $"the proxy rejects the connection (HTTP {(int)status})"),
        // Only the outer message contains host and port.
        { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => error.Message,
        // The system's proxy may contain user and password.
        _ => UserInfo().Replace(Innermost(error).Message, "//***@"),
    };

    private static string Handshake(Exception cause) => cause switch
    {
        IOException => "it closed the connection during the TLS handshake",
        SocketException => $"the connection broke during the TLS handshake: {cause.Message}",
        _ when AlertName().Match(cause.Message) is { Success: true } alert => Alert(alert.Groups[1].Value),
        _ when cause.Message.Contains("unsupported protocol", StringComparison.Ordinal) => "it does not support TLS 1.2 or later",
        _ => $"the TLS handshake with it failed: {OpenSslPrefix().Replace(cause.Message, "")}",
    };

    // OpenSSL's names of alerts (RFC 8446 section 6); other TLS libraries use sentences.
    private static string Alert(string name) => $"it aborted the TLS handshake with the alert '{name}', like an endpoint that " + name switch
    {
        "protocol version" => "does not support TLS 1.2 or later",
        "certificate required" or "bad certificate" => "requires a client certificate",
        "handshake failure" or "insufficient security" => "does not support TLS 1.2 or later, has no cipher suite in common with this machine, or requires a client certificate",
        _ => "rejects this client",
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
