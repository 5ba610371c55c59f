using System.Globalization;
using System.Net.Security;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;

namespace EmailSettings.Messages.Login;

/// <summary>
/// Finds out why Kerberos issued no ticket. .NET maps most reasons to the same status; the error code of the Kerberos library is
/// only in an exception that .NET catches itself, so this observes exceptions as they are thrown on the calling thread. Without
/// such a code, as on Windows, the status decides.
/// </summary>
internal sealed partial class KerberosFaults : IDisposable
{
    // krb5.h: error codes of the KDC (RFC 4120 section 7.5.9) and of the library are offsets from this base.
    private const uint FirstCode = 0x96C73A00;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private uint? _code;

    public KerberosFaults() => AppDomain.CurrentDomain.FirstChanceException += Observe;

    /// <summary>Gets the fault of a call that returned a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="service">The server's Kerberos name.</param>
    public LoginException Explain(NegotiateAuthenticationStatusCode status, string service) => (_code, status) switch
    {
        (6, _) => new(LoginFault.TicketRefused, "it does not know the user"),
        (23, _) => new(LoginFault.TicketRefused, "the password has expired"),
        (1 or 18, _) => new(LoginFault.TicketRefused, "the account is locked or has expired"),
        (24 or 31, _) => new(LoginFault.TicketRefused, "the password is wrong"),
        (37, _) => new(LoginFault.TicketRefused, "this machine's clock differs too much from the KDC's"),
        ({ } code and < 128, _) => new(LoginFault.TicketRefused, string.Create(CultureInfo.InvariantCulture, $"its error code is {code}")),
        (154, _) => new(LoginFault.KdcNotFound, "this machine does not know the realm"),
        ({ }, _) => new(LoginFault.KdcNotFound, "it does not answer"),
        (_, NegotiateAuthenticationStatusCode.InvalidCredentials) => new(LoginFault.TicketRefused, "the user name or password is wrong"),
        // The user already has a ticket at this point, so the server's is missing.
        (_, NegotiateAuthenticationStatusCode.TargetUnknown or NegotiateAuthenticationStatusCode.GenericFailure) => new(LoginFault.ServiceUnknown, service),
        _ => new(LoginFault.NotPossibleHere, $"Kerberos: {status}"),
    };

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Observe;

    private void Observe(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (Environment.CurrentManagedThreadId == _thread && MinorStatus().Match(thrown.Exception.Message) is { Success: true } match
            && uint.TryParse(match.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code >= FirstCode)
        {
            _code = code - FirstCode;
        }
    }

    [GeneratedRegex("(?<=Minor status: )[0-9A-F]{8}", RegexOptions.CultureInvariant)]
    private static partial Regex MinorStatus();
}
