using System.Globalization;
using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Core.Tests.ServerTests.Replies;

/// <summary>Generates docs/mail-errors.md from the tables of replies and inspection products.</summary>
internal static class MailErrorsPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("""
            # Replies of mail servers

            The replies of providers and mail servers that refuse a connection, a login or a message, their meaning, and what to do. Each
            line is from the document that its table or row names, with example addresses and host names; under *Any server* it is an
            example of the words or the code that count, and the document gives their meaning. `Resolve-MailServerReply` and
            `emailsettings explain` look up a line of any log in the same table; server tests also use it, together with their context.

            This page is generated from the tables in `src/EmailSettings.Core/ServerTests/Replies/`; a test checks that it is current, and
            rewrites it if `EMAILSETTINGS_WRITE_PAGES` is set.


            """.ReplaceLineEndings("\n"));
        foreach (var chapter in ReplyTable.Chapters) Write(page, chapter);
        WriteProducts(page);
        page.Append("## What to do\n\n");
        foreach (var code in ReplyTable.All.Select(one => Verdict(one.Rule).Code).DistinctBy(code => code.Id).OrderBy(code => code.Id, StringComparer.Ordinal)) Write(page, code);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Write(StringBuilder page, ReplyChapter chapter)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {chapter.Speaker}\n\nSource: <{chapter.Source}>\n\n| Reply | Meaning | Finding |\n| --- | --- | --- |\n");
        foreach (var rule in chapter.Rules)
        {
            var verdict = Verdict(rule);
            var finding = verdict.Code.At(value: verdict.Value, detail: verdict.Detail ?? "others");
            var source = rule.Source is { } own && own != chapter.Source ? $" ([source]({own}))" : "";
            page.Append(CultureInfo.InvariantCulture, $"| {Quote(rule.Sample)}{source} | {Escape(finding.Cause)} | [{finding.Id}](#{Anchor(finding.Id)}) |\n");
        }
        page.Append('\n');
    }

    private static void WriteProducts(StringBuilder page)
    {
        page.Append("""
            ## Certificates of TLS inspection products

            Antivirus programs, firewalls and proxies that inspect TLS show certificates from issuers of their own. If the certificate is for
            the right host and its issuer has one of these names, the finding is `Tls.Inspected`: the inspection must be changed, never the
            mail server, and its certificate must not be trusted for mail. `*` matches any characters.

            | Issuer | Example | Product |
            | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (var product in InspectionProducts.All)
            page.Append(CultureInfo.InvariantCulture, $"| {Quote(product.Marker)} | {Quote(product.Sample)} ([source]({product.Source})) | {product.Name} |\n");
        page.Append('\n');
    }

    private static void Write(StringBuilder page, FindingCode code)
    {
        var known = FindingExplanations.Find(code.Id)!;
        page.Append(CultureInfo.InvariantCulture, $"### {code.Id}\n\n{Escape(known.Meaning)}\n\n");
        foreach (var step in known.NextSteps) page.Append(CultureInfo.InvariantCulture, $"- {Escape(step)}\n");
        page.Append('\n');
    }

    private static ReplyVerdict Verdict(ReplyRule rule) => ReplyVerdicts.Of(rule.Means, ReplyContext.Nothing);

    private static string Quote(string sample) => $"`{sample.Replace("`", "'", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);

    private static string Anchor(string id) => id.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
}
