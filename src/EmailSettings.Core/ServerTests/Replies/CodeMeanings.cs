using System.Globalization;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The meanings of codes according to standards, for replies whose text is not recognized.</summary>
internal static class CodeMeanings
{
    private const string Rfc3463 = "RFC 3463";
    private const string Rfc5321 = "RFC 5321";

    private static readonly Dictionary<(int Subject, int Detail), (string Meaning, string Standard)> Enhanced = new()
    {
        [(1, 0)] = ("an address, without more", Rfc3463),
        [(1, 1)] = ("the mailbox of the recipient does not exist", Rfc3463),
        [(1, 2)] = ("the recipient's domain does not exist or accepts no mail", Rfc3463),
        [(1, 3)] = ("the recipient's address is malformed", Rfc3463),
        [(1, 4)] = ("the recipient's address is ambiguous", Rfc3463),
        [(1, 5)] = ("the recipient's address is valid", Rfc3463),
        [(1, 6)] = ("the recipient has moved without a known new address", Rfc3463),
        [(1, 7)] = ("the sender's address is malformed", Rfc3463),
        [(1, 8)] = ("the sender's domain does not exist or accepts no mail", Rfc3463),
        [(1, 10)] = ("the recipient's domain accepts no mail (null MX)", "RFC 7505"),
        [(2, 0)] = ("the mailbox, without more", Rfc3463),
        [(2, 1)] = ("the mailbox is disabled", Rfc3463),
        [(2, 2)] = ("the mailbox is full", Rfc3463),
        [(2, 3)] = ("the message is larger than the mailbox allows", Rfc3463),
        [(2, 4)] = ("the mailing list could not be expanded", Rfc3463),
        [(3, 0)] = ("the mail system, no details", Rfc3463),
        [(3, 1)] = ("the mail system is full", Rfc3463),
        [(3, 2)] = ("the mail system currently accepts no messages", Rfc3463),
        [(3, 3)] = ("the mail system lacks a feature that the message needs", Rfc3463),
        [(3, 4)] = ("the message is too big for the mail system", Rfc3463),
        [(3, 5)] = ("the mail system is misconfigured", Rfc3463),
        [(4, 0)] = ("network or routing, no details", Rfc3463),
        [(4, 1)] = ("the next host did not answer", Rfc3463),
        [(4, 2)] = ("the connection broke", Rfc3463),
        [(4, 3)] = ("a directory, such as DNS, did not answer", Rfc3463),
        [(4, 4)] = ("there is no route to the recipient's host", Rfc3463),
        [(4, 5)] = ("the mail system is overloaded", Rfc3463),
        [(4, 6)] = ("a routing loop was detected", Rfc3463),
        [(4, 7)] = ("the delivery took too long", Rfc3463),
        [(5, 0)] = ("the protocol, without more", Rfc3463),
        [(5, 1)] = ("the command is not valid here or unknown", Rfc3463),
        [(5, 2)] = ("the command has a syntax error", Rfc3463),
        [(5, 3)] = ("too many recipients", Rfc3463),
        [(5, 4)] = ("the arguments of the command are invalid", Rfc3463),
        [(5, 5)] = ("the versions of the protocol do not match", Rfc3463),
        [(5, 6)] = ("the login exchange line is too long", "RFC 4954"),
        [(6, 0)] = ("the content, without more", Rfc3463),
        [(6, 1)] = ("the kind of content is not supported", Rfc3463),
        [(6, 2)] = ("the content must be converted but conversion is prohibited", Rfc3463),
        [(6, 3)] = ("the content must be converted but cannot be", Rfc3463),
        [(6, 6)] = ("the content of the message could not be fetched", "RFC 4468"),
        [(6, 7)] = ("non-ASCII addresses are not accepted (SMTPUTF8)", "RFC 6531"),
        [(7, 0)] = ("security or policy, no details", Rfc3463),
        [(7, 1)] = ("delivery is not authorized: the message is rejected by policy", Rfc3463),
        [(7, 2)] = ("the sender may not send to this mailing list", Rfc3463),
        [(7, 3)] = ("a security conversion is required but not possible", Rfc3463),
        [(7, 4)] = ("security features are not supported", Rfc3463),
        [(7, 5)] = ("a cryptographic step failed", Rfc3463),
        [(7, 6)] = ("the cryptographic algorithm is not supported", Rfc3463),
        [(7, 7)] = ("the message was modified in transit", Rfc3463),
        [(7, 8)] = ("the user name or password is invalid", "RFC 4954"),
        [(7, 9)] = ("the authentication mechanism is too weak", "RFC 4954"),
        [(7, 10)] = ("encryption is required", "RFC 5248"),
        [(7, 11)] = ("encryption is required for this authentication mechanism", "RFC 4954"),
        [(7, 12)] = ("the password must be reset", "RFC 4954"),
        [(7, 13)] = ("the account is disabled", "RFC 5248"),
        [(7, 14)] = ("a trust relationship is required", "RFC 5248"),
        [(7, 15)] = ("the priority of the message is too low", "RFC 6710"),
        [(7, 20)] = ("no DKIM signature of the message passes", "RFC 7372"),
        [(7, 21)] = ("no acceptable DKIM signature", "RFC 7372"),
        [(7, 22)] = ("no DKIM signature by the author's domain", "RFC 7372"),
        [(7, 23)] = ("SPF fails", "RFC 7372"),
        [(7, 24)] = ("SPF cannot be evaluated", "RFC 7372"),
        [(7, 25)] = ("the sending machine's address has no valid reverse DNS", "RFC 7372"),
        [(7, 26)] = ("multiple authentication checks failed", "RFC 7372"),
        [(7, 27)] = ("the sender's domain accepts no mail (null MX)", "RFC 7505"),
        [(7, 28)] = ("a mail loop or flood was detected", "RFC 7352"),
        [(7, 30)] = ("the message requires TLS, which is not available (REQUIRETLS)", "RFC 8689"),
    };

    private static readonly Dictionary<int, string> Basic = new()
    {
        [421] = "the server is closing the session",
        [432] = "a password must be reset (RFC 4954), or a connection limit is reached (Exchange)",
        [450] = "the mailbox is temporarily unavailable",
        [451] = "the server has an internal error",
        [452] = "the server has insufficient storage, or there are too many recipients",
        [454] = "authentication or TLS is temporarily unavailable (RFC 4954, RFC 3207)",
        [455] = "the server currently cannot accommodate the parameters",
        [500] = "the command is unknown or too long",
        [501] = "the arguments have a syntax error",
        [502] = "the command is not implemented",
        [503] = "the command is not valid here",
        [504] = "the parameter or authentication mechanism is unknown",
        [521] = "the host accepts no mail (RFC 7504)",
        [530] = "a login, or TLS, is needed (RFC 4954, RFC 3207)",
        [534] = "the authentication mechanism is too weak (RFC 4954)",
        [535] = "the user name or password is invalid (RFC 4954)",
        [538] = "encryption is required for this authentication mechanism (RFC 4954)",
        [550] = "the mailbox is unavailable, or the message is rejected by policy",
        [551] = "the user is not local",
        [552] = "the message is too large, or the mailbox is full",
        [553] = "the address is not allowed",
        [554] = "the transaction failed, or the server accepts no mail from this client",
        [555] = "the parameters of MAIL FROM or RCPT TO are unknown",
        [556] = "the domain accepts no mail (RFC 7504)",
    };

    private static readonly Dictionary<string, string> Imap = new()
    {
        ["UNAVAILABLE"] = "a subsystem of the server is temporarily unavailable",
        ["AUTHENTICATIONFAILED"] = "the user name or password is invalid",
        ["AUTHORIZATIONFAILED"] = "the login is valid but may not act as this user",
        ["EXPIRED"] = "the login is no longer valid, for example because the password has expired",
        ["PRIVACYREQUIRED"] = "TLS is needed",
        ["CONTACTADMIN"] = "the administrator must be contacted",
        ["NOPERM"] = "the user lacks permission",
        ["INUSE"] = "the mailbox is in use",
        ["EXPUNGEISSUED"] = "messages were removed meanwhile",
        ["CORRUPTION"] = "the server's data is damaged",
        ["SERVERBUG"] = "the server has detected a bug in itself",
        ["CLIENTBUG"] = "the server has detected a client bug",
        ["CANNOT"] = "the operation can never succeed",
        ["LIMIT"] = "a limit of the server has been reached",
        ["OVERQUOTA"] = "the mailbox is full",
        ["ALREADYEXISTS"] = "it exists already",
        ["NONEXISTENT"] = "it does not exist",
        ["ALERT"] = "the text is meant for the user (RFC 3501)",
    };

    /// <summary>Returns the meanings of a reply's codes.</summary>
    public static IEnumerable<CodeMeaning> Of(NormalizedReply reply)
    {
        if (reply.Enhanced is { } enhanced) yield return OfEnhanced(enhanced);
        if (reply.Code != 0)
        {
            var meaning = Basic.GetValueOrDefault(reply.Code) ?? (reply.Code < 500 ? "temporarily refused" : "permanently refused");
            yield return new CodeMeaning(reply.Code.ToString(CultureInfo.InvariantCulture), Sentence(meaning), Rfc5321);
        }
        if (reply.ResponseCode is { } code && Imap.TryGetValue(code, out var words)) yield return new CodeMeaning(code, Sentence(words), "RFC 5530");
    }

    private static CodeMeaning OfEnhanced(EnhancedStatusCode code)
    {
        var time = code.Class switch { 2 => "Success", 4 => "Temporary", _ => "Permanent" };
        var (meaning, standard) = Enhanced.TryGetValue((code.Subject, code.Detail), out var known) ? known
            : Enhanced.TryGetValue((code.Subject, 0), out var subject) ? ($"{subject.Meaning.Split(',')[0]}; the detail {code.Detail} is server-specific", Rfc3463)
            : ("a server-specific code", Rfc3463);
        return new CodeMeaning(code.ToString(), $"{time}: {meaning}.", standard);
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}
