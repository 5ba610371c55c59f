using System.Globalization;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What standards say of codes, in our words: all that is left where nobody knows the words beside them.</summary>
internal static class CodeMeanings
{
    private const string Rfc3463 = "RFC 3463";
    private const string Rfc5321 = "RFC 5321";

    private static readonly Dictionary<(int Subject, int Detail), (string Meaning, string Standard)> Enhanced = new()
    {
        [(1, 0)] = ("an address, without more", Rfc3463),
        [(1, 1)] = ("the mailbox of the recipient does not exist", Rfc3463),
        [(1, 2)] = ("the recipient's domain does not exist or takes no mail", Rfc3463),
        [(1, 3)] = ("the recipient's address is not written as an address", Rfc3463),
        [(1, 4)] = ("the recipient's address fits several mailboxes", Rfc3463),
        [(1, 5)] = ("the recipient's address is valid", Rfc3463),
        [(1, 6)] = ("the recipient has moved, and no new address is known", Rfc3463),
        [(1, 7)] = ("the sender's address is not written as an address", Rfc3463),
        [(1, 8)] = ("the sender's domain does not exist or takes no mail", Rfc3463),
        [(1, 10)] = ("the recipient's domain says that it takes no mail (null MX)", "RFC 7505"),
        [(2, 0)] = ("the mailbox, without more", Rfc3463),
        [(2, 1)] = ("the mailbox is switched off", Rfc3463),
        [(2, 2)] = ("the mailbox is full", Rfc3463),
        [(2, 3)] = ("the message is larger than the mailbox allows", Rfc3463),
        [(2, 4)] = ("the mailing list could not be expanded", Rfc3463),
        [(3, 0)] = ("the mail system, without more", Rfc3463),
        [(3, 1)] = ("the mail system has no room", Rfc3463),
        [(3, 2)] = ("the mail system takes no messages at the moment", Rfc3463),
        [(3, 3)] = ("the mail system lacks a feature that the message needs", Rfc3463),
        [(3, 4)] = ("the message is too big for the mail system", Rfc3463),
        [(3, 5)] = ("the mail system is configured wrongly", Rfc3463),
        [(4, 0)] = ("network or routing, without more", Rfc3463),
        [(4, 1)] = ("the next host did not answer", Rfc3463),
        [(4, 2)] = ("the connection broke", Rfc3463),
        [(4, 3)] = ("a directory, such as DNS, did not answer", Rfc3463),
        [(4, 4)] = ("there is no route to the recipient's host", Rfc3463),
        [(4, 5)] = ("the mail system is overloaded", Rfc3463),
        [(4, 6)] = ("the message went in circles", Rfc3463),
        [(4, 7)] = ("the message was under way for too long", Rfc3463),
        [(5, 0)] = ("the protocol, without more", Rfc3463),
        [(5, 1)] = ("the command does not belong here or is not known", Rfc3463),
        [(5, 2)] = ("the command has a mistake in its syntax", Rfc3463),
        [(5, 3)] = ("too many recipients", Rfc3463),
        [(5, 4)] = ("the arguments of the command cannot be used", Rfc3463),
        [(5, 5)] = ("the versions of the protocol do not match", Rfc3463),
        [(5, 6)] = ("the answer within the login is too long", "RFC 4954"),
        [(6, 0)] = ("the content, without more", Rfc3463),
        [(6, 1)] = ("the kind of content is not supported", Rfc3463),
        [(6, 2)] = ("the content must be converted, and may not be", Rfc3463),
        [(6, 3)] = ("the content must be converted, and cannot be", Rfc3463),
        [(6, 6)] = ("the content of the message could not be fetched", "RFC 4468"),
        [(6, 7)] = ("addresses beyond ASCII are not taken (SMTPUTF8)", "RFC 6531"),
        [(7, 0)] = ("security or policy, without more", Rfc3463),
        [(7, 1)] = ("delivery is not authorized: the message is refused by policy", Rfc3463),
        [(7, 2)] = ("the sender may not send to this mailing list", Rfc3463),
        [(7, 3)] = ("a conversion of the security is needed, and not possible", Rfc3463),
        [(7, 4)] = ("security features are not supported", Rfc3463),
        [(7, 5)] = ("a cryptographic step failed", Rfc3463),
        [(7, 6)] = ("the cryptographic algorithm is not supported", Rfc3463),
        [(7, 7)] = ("the message was changed on its way", Rfc3463),
        [(7, 8)] = ("user name or password is not valid", "RFC 4954"),
        [(7, 9)] = ("the mechanism of the login is too weak", "RFC 4954"),
        [(7, 10)] = ("encryption is needed", "RFC 5248"),
        [(7, 11)] = ("encryption is needed for this mechanism of the login", "RFC 4954"),
        [(7, 12)] = ("the password must be set anew", "RFC 4954"),
        [(7, 13)] = ("the account is switched off", "RFC 5248"),
        [(7, 14)] = ("a trust relationship is needed", "RFC 5248"),
        [(7, 15)] = ("the priority of the message is too low", "RFC 6710"),
        [(7, 20)] = ("no DKIM signature of the message passes", "RFC 7372"),
        [(7, 21)] = ("no acceptable DKIM signature", "RFC 7372"),
        [(7, 22)] = ("no DKIM signature by the author's domain", "RFC 7372"),
        [(7, 23)] = ("SPF fails", "RFC 7372"),
        [(7, 24)] = ("SPF cannot be evaluated", "RFC 7372"),
        [(7, 25)] = ("the address of the sending machine has no valid reverse name", "RFC 7372"),
        [(7, 26)] = ("several checks of the sender's domain fail", "RFC 7372"),
        [(7, 27)] = ("the sender's domain takes no mail (null MX)", "RFC 7505"),
        [(7, 28)] = ("a flood of mail was detected", "RFC 7352"),
        [(7, 30)] = ("the message demands TLS, and that is not to be had (REQUIRETLS)", "RFC 8689"),
    };

    private static readonly Dictionary<int, string> Basic = new()
    {
        [421] = "the server closes the session",
        [432] = "a password must be set anew (RFC 4954), or a limit of connections is reached (Exchange)",
        [450] = "the mailbox is not available at the moment",
        [451] = "the server failed within",
        [452] = "the server has no room, or too many recipients were given",
        [454] = "the login, or TLS, is not available at the moment (RFC 4954, RFC 3207)",
        [455] = "the server cannot take the parameters at the moment",
        [500] = "the command is not known or too long",
        [501] = "the arguments have a mistake in their syntax",
        [502] = "the command is not implemented",
        [503] = "the command does not belong here",
        [504] = "the parameter, or the mechanism of the login, is not known",
        [521] = "the host takes no mail (RFC 7504)",
        [530] = "a login, or TLS, is needed (RFC 4954, RFC 3207)",
        [534] = "the mechanism of the login is too weak (RFC 4954)",
        [535] = "user name or password is not valid (RFC 4954)",
        [538] = "encryption is needed for this mechanism of the login (RFC 4954)",
        [550] = "the mailbox is not available, or the message is refused by policy",
        [551] = "the user is not local",
        [552] = "the message is too large, or the mailbox is full",
        [553] = "the address is not allowed",
        [554] = "the transaction failed, or the server takes no mail from here",
        [555] = "the parameters of MAIL FROM or RCPT TO are not known",
        [556] = "the domain takes no mail (RFC 7504)",
    };

    private static readonly Dictionary<string, string> Imap = new()
    {
        ["UNAVAILABLE"] = "a part of the server does not work at the moment",
        ["AUTHENTICATIONFAILED"] = "user name or password is not valid",
        ["AUTHORIZATIONFAILED"] = "the login is valid, and may not act for this user",
        ["EXPIRED"] = "the login is no longer valid, for example a password that has ended",
        ["PRIVACYREQUIRED"] = "TLS is needed",
        ["CONTACTADMIN"] = "an administrator must be asked",
        ["NOPERM"] = "the user may not do that",
        ["INUSE"] = "the mailbox is in use",
        ["EXPUNGEISSUED"] = "messages were removed meanwhile",
        ["CORRUPTION"] = "the data of the server are damaged",
        ["SERVERBUG"] = "the server has met a mistake of its own",
        ["CLIENTBUG"] = "the server believes that the client makes a mistake",
        ["CANNOT"] = "the server can never do that",
        ["LIMIT"] = "a limit of the server is reached",
        ["OVERQUOTA"] = "the mailbox is full",
        ["ALREADYEXISTS"] = "it exists already",
        ["NONEXISTENT"] = "it does not exist",
        ["ALERT"] = "the text is meant for the user (RFC 3501)",
    };

    /// <summary>What the codes of a reply mean.</summary>
    public static IEnumerable<CodeMeaning> Of(JudgedReply reply)
    {
        if (reply.Enhanced is { } enhanced) yield return OfEnhanced(enhanced);
        if (reply.Code != 0)
        {
            var meaning = Basic.GetValueOrDefault(reply.Code) ?? (reply.Code < 500 ? "refused for the moment" : "refused for good");
            yield return new CodeMeaning(reply.Code.ToString(CultureInfo.InvariantCulture), Sentence(meaning), Rfc5321);
        }
        if (reply.ResponseCode is { } code && Imap.TryGetValue(code, out var words)) yield return new CodeMeaning(code, Sentence(words), "RFC 5530");
    }

    private static CodeMeaning OfEnhanced(EnhancedStatusCode code)
    {
        var time = code.Class switch { 2 => "Success", 4 => "For the moment", _ => "For good" };
        var (meaning, standard) = Enhanced.TryGetValue((code.Subject, code.Detail), out var known) ? known
            : Enhanced.TryGetValue((code.Subject, 0), out var subject) ? ($"{subject.Meaning.Split(',')[0]}; the detail {code.Detail} is the server's own", Rfc3463)
            : ("the server's own code", Rfc3463);
        return new CodeMeaning(code.ToString(), $"{time}: {meaning}.", standard);
    }

    private static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
}
