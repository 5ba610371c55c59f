using EmailSettings.Core.Findings;
using EmailSettings.Core.ServerTests.Facts;
using EmailSettings.Core.ServerTests.Reports;
using EmailSettings.Core.ServerTests.Running;
using EmailSettings.Core.ServerTests.SenderDomains;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>
/// Checks the DNS records that receivers look up for the sender's domain: MX, SPF and DMARC. Whether this server may send for it
/// is not checked, since the address that messages are sent from is unknown.
/// </summary>
internal sealed class SenderDomainStage : Stage
{
    // The limit that receivers use (RFC 9989 section 4.10).
    private const int MaxLabels = 8;
    private const string NullMx = "0 ";

    public override TestStage Name => TestStage.SenderDomain;

    public override TestStage[] Needs => [TestStage.Settings];

    public override string? SkipReason(ServerTestContext context) => ((OutgoingTestRequest)context.Plan.Request).CheckDomain ? null : "it was not requested";

    public override async Task<StageOutcome> RunAsync(ServerTestContext context, CancellationToken cancellation)
    {
        var sender = ((OutgoingTestRequest)context.Plan.Request).SenderAddress!;
        var domain = HostName.Key(sender[(sender.LastIndexOf('@') + 1)..]);
        var dns = new DomainQuestions(context, cancellation);
        var facts = new SenderDomainStageFacts { Domain = DisplayText.Escape(domain) };
        try
        {
            var mx = await dns.AskAsync(domain, DnsRecordType.Mx).ConfigureAwait(false);
            if (!mx.Exists) return new StageOutcome(facts, SenderDomainFindings.SenderDomainNotFound.At(value: domain));
            var texts = await dns.AskAsync(domain, DnsRecordType.Txt).ConfigureAwait(false);
            facts = facts with { MailServers = dns.Shown(mx.Records), Spf = dns.Shown(texts.Records.Where(text => IsVersion(text, "v=spf1"))) };
            facts = await WithDmarcAsync(dns, domain, facts).ConfigureAwait(false);
            var takesMail = mx.Records.Count > 0 || await dns.HasAddressAsync(domain).ConfigureAwait(false);
            return new StageOutcome(facts, [.. Findings(domain, facts, mx, takesMail)]);
        }
        catch (DnsLookupException e)
        {
            return new StageOutcome(facts, SenderDomainFindings.SenderDomainNotKnown.At(value: domain, detail: e.Message));
        }
    }

    private static IEnumerable<Finding> Findings(string domain, SenderDomainStageFacts facts, DnsAnswer mx, bool takesMail)
    {
        if (!takesMail) yield return SenderDomainFindings.SenderDomainNoMailServer.At(value: domain);
        else if (mx.Records is [NullMx]) yield return SenderDomainFindings.SenderDomainNoMailServer.At(value: domain) with { CauseTemplate = SenderDomainFindings.NullMxCause };
        if (facts.Spf.Count == 0) yield return SenderDomainFindings.SenderDomainNoSpf.At(value: domain);
        if (facts.Spf.Count > 1) yield return SenderDomainFindings.SenderDomainSpfAmbiguous.At(value: domain, detail: facts.Spf.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (facts.Dmarc is null) yield return SenderDomainFindings.SenderDomainNoDmarc.At(value: domain);
    }

    // The record of the domain itself, otherwise of the nearest parent that has one.
    private static async Task<SenderDomainStageFacts> WithDmarcAsync(DomainQuestions dns, string domain, SenderDomainStageFacts facts)
    {
        var labels = domain.Split('.');
        for (var from = Math.Max(0, labels.Length - MaxLabels); from < labels.Length - 1; from++)
        {
            var name = string.Join('.', labels[from..]);
            var texts = await dns.AskAsync($"_dmarc.{name}", DnsRecordType.Txt).ConfigureAwait(false);
            if (texts.Records.FirstOrDefault(text => IsVersion(text, "v=DMARC1")) is not { } record) continue;
            return facts with { Dmarc = dns.Shown([record])[0], DmarcDomain = DisplayText.Escape(name), DmarcPolicy = Policy(record) };
        }
        return facts;
    }

    private static bool IsVersion(string text, string version) =>
        text.StartsWith(version, StringComparison.OrdinalIgnoreCase) && (text.Length == version.Length || text[version.Length] is ' ' or ';');

    private static string? Policy(string record)
    {
        var tag = record.Split(';', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).FirstOrDefault(pair => pair[0] == "p" && pair.Length == 2);
        return tag?[1].ToLowerInvariant() is "none" or "quarantine" or "reject" ? tag[1].ToLowerInvariant() : null;
    }

    /// <summary>The DNS queries for one domain, with their time limit.</summary>
    private sealed class DomainQuestions(ServerTestContext context, CancellationToken cancellation)
    {
        public Task<DnsAnswer> AskAsync(string name, DnsRecordType type) =>
            context.Services.Dns.AskAsync(name, type, context.Plan.Request.Timeouts.EffectiveConnect, cancellation);

        public async Task<bool> HasAddressAsync(string name) =>
            (await AskAsync(name, DnsRecordType.A).ConfigureAwait(false)).Records.Count > 0 || (await AskAsync(name, DnsRecordType.Aaaa).ConfigureAwait(false)).Records.Count > 0;

        public IReadOnlyList<string> Shown(IEnumerable<string> records) => [.. records.Take(50).Select(record => context.Redactor.Line(record) ?? "")];
    }
}
