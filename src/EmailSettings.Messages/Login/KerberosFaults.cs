using System.Globalization;
using System.Net.Security;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;

namespace EmailSettings.Messages.Login;

/// <summary>
/// Why Kerberos gave no ticket. .NET makes one status of all reasons; what MIT's and Heimdal's libraries said stands only in an
/// exception that it catches itself, so it is overheard on the thread of the call. Where that is not to be had, the status counts.
/// </summary>
internal sealed partial class KerberosFaults : IDisposable
{
    // krb5.h: error codes of the KDC (RFC 4120 section 7.5.9) and of the library, counted from this one.
    private const uint FirstCode = 0x96C73A00;

    private readonly int _thread = Environment.CurrentManagedThreadId;
    private uint? _code;

    public KerberosFaults() => AppDomain.CurrentDomain.FirstChanceException += Overhear;

    /// <summary>The fault of a call that gave a status.</summary>
    /// <param name="status">The status.</param>
    /// <param name="service">The server as Kerberos names it.</param>
    public LoginException Explain(NegotiateAuthenticationStatusCode status, string service) => (_code, status) switch
    {
        (6, _) => new(LoginFault.TicketRefused, "it does not know the user"),
        (23, _) => new(LoginFault.TicketRefused, "the password has expired"),
        (1 or 18, _) => new(LoginFault.TicketRefused, "the account is locked or has expired"),
        (24 or 31, _) => new(LoginFault.TicketRefused, "the password is wrong"),
        (37, _) => new(LoginFault.TicketRefused, "this machine's clock differs too much from its own"),
        ({ } code and < 128, _) => new(LoginFault.TicketRefused, string.Create(CultureInfo.InvariantCulture, $"its error code is {code}")),
        (154, _) => new(LoginFault.KdcNotFound, "this machine knows no such realm"),
        ({ }, _) => new(LoginFault.KdcNotFound, "none answers"),
        (_, NegotiateAuthenticationStatusCode.InvalidCredentials) => new(LoginFault.TicketRefused, "user or password is wrong"),
        // The user has a ticket by then, so what is missing is the server's.
        (_, NegotiateAuthenticationStatusCode.TargetUnknown or NegotiateAuthenticationStatusCode.GenericFailure) => new(LoginFault.ServiceUnknown, service),
        _ => new(LoginFault.NotPossibleHere, $"Kerberos: {status}"),
    };

    public void Dispose() => AppDomain.CurrentDomain.FirstChanceException -= Overhear;

    private void Overhear(object? sender, FirstChanceExceptionEventArgs thrown)
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
