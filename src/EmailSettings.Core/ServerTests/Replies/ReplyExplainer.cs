using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.OAuth;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// Explains pasted server replies with the same table, without a test or network access. Since only the text is known, other
/// possible meanings are included.
/// </summary>
public static class ReplyExplainer
{
    private const int MaxOthers = 4;
    private const int MaxReplyChars = 2000;
    private const string AuthoritySource = "https://learn.microsoft.com/entra/identity-platform/reference-error-codes";
    private const string Authority = "Microsoft Entra ID";

    /// <summary>Returns the explanations of the replies in a text, in order; none if the text is empty.</summary>
    /// <param name="text">One or more lines of a log, a bounce message or another program.</param>
    public static IReadOnlyList<ReplyExplanation> Explain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return PastedReply.Read(text).Select(Explain).ToList();
    }

    private static ReplyExplanation Explain(PastedReply pasted)
    {
        var shown = DisplayText.Shorten(pasted.Text.Replace('\n', ' '), MaxReplyChars);
        var codes = CodeMeanings.Of(pasted.Reply).ToList();
        if (OfAuthority(pasted) is { } authority)
            return new ReplyExplanation { Reply = shown, Finding = authority, Said = Authority, Source = AuthoritySource, Codes = codes };
        var others = ReplyTable.FindAll(pasted.Reply, ReplyPosition.Anywhere).ToList();
        if ((ReplyTable.Find(pasted.Reply, ReplyContext.Nothing) ?? others.FirstOrNull()) is not { } best)
            return new ReplyExplanation { Reply = shown, Codes = codes };
        var finding = FindingOf(best.Rule.Means);
        return new ReplyExplanation
        {
            Reply = shown,
            Finding = finding,
            Said = best.Chapter.Speaker,
            Source = SourceOf(best),
            Besides = others.Select(one => (Finding: FindingOf(one.Rule.Means), One: one)).Where(one => one.Finding.Id != finding.Id).DistinctBy(one => one.Finding.Id)
                .Take(MaxOthers).Select(one => new OtherMeaning(one.Finding.Id, one.Finding.Cause, one.One.Chapter.Speaker, SourceOf(one.One))).ToList(),
            Codes = codes,
        };
    }

    private static string SourceOf((ReplyChapter Chapter, ReplyRule Rule) found) => found.Rule.Source ?? found.Chapter.Source;

    private static (ReplyChapter Chapter, ReplyRule Rule)? FirstOrNull(this List<(ReplyChapter Chapter, ReplyRule Rule)> found) => found.Count == 0 ? null : found[0];

    // Replace causes that need the facts of a test with general ones.
    private static Finding FindingOf(ReplyMeaning means)
    {
        var verdict = ReplyVerdicts.Of(means, ReplyContext.Nothing);
        var finding = verdict.Code.At(value: verdict.Value, detail: verdict.Detail ?? "others") with { StepTemplate = verdict.StepFor(ReplyContext.Nothing) };
        return means switch
        {
            ReplyMeaning.TlsRequired => finding with { CauseTemplate = "The server requires a secure connection." },
            ReplyMeaning.LoginRequired or ReplyMeaning.SenderNeedsLogin => finding with { CauseTemplate = "The server accepts mail only after a login." },
            _ => finding,
        };
    }

    private static Finding? OfAuthority(PastedReply pasted)
    {
        foreach (var number in pasted.AuthorityNumbers)
        {
            if (TokenErrorTable.Of(number) is { } kind) return CodeOf(kind).At(value: "of the request", detail: "");
        }
        return pasted.AuthorityNumbers is [var first, ..]
            ? TokenFindings.TokenRefused.At(value: "Microsoft Entra ID", detail: string.Create(CultureInfo.InvariantCulture, $" (AADSTS{first}, an unrecognized number)")) : null;
    }

    private static FindingCode CodeOf(TokenFailureKind kind) => kind switch
    {
        TokenFailureKind.SecretWrong => TokenFindings.TokenSecretWrong,
        TokenFailureKind.SecretExpired => TokenFindings.TokenSecretExpired,
        TokenFailureKind.PasswordWrong => TokenFindings.TokenPasswordWrong,
        TokenFailureKind.UserUnknown => AuthorityFindings.TokenUserUnknown,
        TokenFailureKind.AccountLocked => AuthorityFindings.TokenAccountLocked,
        TokenFailureKind.AccountDisabled => AuthorityFindings.TokenAccountDisabled,
        TokenFailureKind.PasswordExpired => AuthorityFindings.TokenPasswordExpired,
        TokenFailureKind.UserNotAssigned => AuthorityFindings.TokenUserNotAssigned,
        TokenFailureKind.ConsentMissing => TokenFindings.TokenConsentMissing,
        TokenFailureKind.ClientUnknown => TokenFindings.TokenClientUnknown,
        TokenFailureKind.ApplicationDisabled => AuthorityFindings.TokenApplicationDisabled,
        TokenFailureKind.ResourceMissing => AuthorityFindings.TokenResourceMissing,
        TokenFailureKind.TenantUnknown => TokenFindings.TokenTenantUnknown,
        TokenFailureKind.PublicClientOff => TokenFindings.TokenPublicClientOff,
        TokenFailureKind.InteractionRequired => TokenFindings.TokenInteractionRequired,
        TokenFailureKind.ConditionalAccess => AuthorityFindings.TokenConditionalAccess,
        TokenFailureKind.SecurityDefaults => AuthorityFindings.TokenSecurityDefaults,
        TokenFailureKind.AuthorityFault => AuthorityFindings.TokenAuthorityFault,
        TokenFailureKind.DeviceCodeNotConfirmed => TokenFindings.TokenDeviceCodeNotConfirmed,
        TokenFailureKind.Throttled => TokenFindings.TokenThrottled,
        _ => TokenFindings.TokenRefused,
    };
}
