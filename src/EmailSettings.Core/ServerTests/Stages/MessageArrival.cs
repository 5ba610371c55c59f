using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Mail.Redaction;
using EmailSettings.Messages.Finding;
using EmailSettings.Messages.Headers;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Describes a message that was found: its path, whether it is intact, and whether it is authenticated.</summary>
internal static class MessageArrival
{
    public static StageOutcome Describe(MessageSearch search, FoundMessage found, MessageStageFacts facts)
    {
        var header = found.Reading.Header;
        var (server, verdicts) = AuthenticationTrace.Read(header.AuthenticationResults, search.AuthenticationServer, search.FromDomain);
        facts = facts with
        {
            SizeBytes = found.Reading.SizeBytes,
            FoundAgain = true,
            Folder = DisplayText.Shorten(found.Folder, 200),
            AttachmentsIntact = AreIntact(search, found),
            Hops = [.. ReceivedTrace.Read(header.Received).Select(Hop)],
            AuthenticationServer = Shown(server),
            Authentication = [.. verdicts.Select(Verdict)],
        };
        return new StageOutcome(facts, [.. Findings(facts, found.IsJunk, verdicts)]);
    }

    private static IEnumerable<Finding> Findings(MessageStageFacts facts, bool isJunk, IReadOnlyList<AuthenticationVerdict> verdicts)
    {
        if (facts.AttachmentsIntact == false) yield return MessageFindings.MessageAttachmentsChanged.At();
        if (isJunk) yield return MessageFindings.MessageInJunk.At(value: facts.Folder);
        if (Trust(verdicts) is { } trust) yield return trust;
    }

    // DMARC passes by aligned SPF or DKIM (RFC 7489 section 4.2); a pass for another domain proves nothing.
    private static Finding? Trust(IReadOnlyList<AuthenticationVerdict> verdicts)
    {
        if (verdicts.Count == 0) return MessageFindings.MessageNoVerdicts.At() with { Severity = Severity.Info };
        if (verdicts.FirstOrDefault(verdict => verdict.Method == "dmarc") is { } dmarc && dmarc.Result is "pass" or "fail")
            return dmarc.Result == "pass" ? null : MessageFindings.MessageNotAuthenticated.At(value: All(verdicts));
        var passes = verdicts.Where(verdict => verdict is { Method: "spf" or "dkim", Result: "pass" }).ToList();
        if (passes.Count == 0) return MessageFindings.MessageNotAuthenticated.At(value: All(verdicts));
        return passes.TrueForAll(pass => pass.IsAligned == false) ? MessageFindings.MessageNotAligned.At(value: string.Join(", ", passes.Select(pass => $"{pass.Method} of {pass.Domain}"))) : null;
    }

    private static string All(IEnumerable<AuthenticationVerdict> verdicts) => string.Join(", ", verdicts.Select(verdict => $"{verdict.Method}={verdict.Result}"));

    private static bool? AreIntact(MessageSearch search, FoundMessage found) => search.Attachments.Count == 0 || !found.Reading.IsWhole
        ? null
        : search.Attachments.Select(attachment => attachment.Sha256).SequenceEqual(found.Reading.Attachments.Select(part => part.Sha256));

    private static MessageHopFacts Hop(ReceivedHop hop) => new()
    {
        From = Shown(hop.From),
        By = Shown(hop.By),
        With = Shown(hop.With),
        At = hop.At,
        WaitedMs = (long?)hop.Waited?.TotalMilliseconds,
    };

    private static AuthenticationVerdictFacts Verdict(AuthenticationVerdict verdict) => new()
    {
        Method = DisplayText.Shorten(verdict.Method, 50),
        Result = DisplayText.Shorten(verdict.Result, 50),
        Domain = Shown(verdict.Domain),
        IsAligned = verdict.IsAligned,
    };

    private static string? Shown(string? text) => text is null ? null : DisplayText.Shorten(text, 200);
}
