using System.Globalization;
using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Core.Tests.ServerTests.Replies;

/// <summary>Writes docs/mail-errors.md from the tables of replies and of inspecting products.</summary>
internal static class MailErrorsPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("""
            # What mail servers say

            What providers and mail servers answer when they refuse a connection, a login or a message, what it means, and what to do. Each
            line is from the document that its table or row names, with addresses and host names of this page; under *Any server* it is an
            example of the words or the code that count, and the document tells what they mean. `Resolve-MailServerReply` and
            `emailsettings explain` look a line of any log up in the same table; tests of servers judge by it, and by what they know besides.

            This page is generated from the tables in `src/EmailSettings.Core/ServerTests/Replies/`; a test holds it current and writes it
            anew where `EMAILSETTINGS_WRITE_PAGES` is set.


            """.ReplaceLineEndings("\n"));
        foreach (var chapter in ReplyTable.Chapters) Write(page, chapter);
        WriteProducts(page);
        page.Append("## What to do\n\n");
        foreach (var code in ReplyTable.All.Select(one => Verdict(one.Rule).Code).DistinctBy(code => code.Id).OrderBy(code => code.Id, StringComparer.Ordinal)) Write(page, code);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Write(StringBuilder page, ReplyChapter chapter)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {chapter.Speaker}\n\nSource: <{chapter.Source}>\n\n| It says | It means | Finding |\n| --- | --- | --- |\n");
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
            ## Certificates of boxes on the way

            Antivirus programs, firewalls and proxies that open TLS show certificates of their own issuers. Where the certificate is for the
            right host and its issuer bears one of these names, the finding is `Tls.Inspected`: what has to change is the box, never the mail
            server, and its certificate is none to trust for mail. `*` stands for any characters.

            | The issuer bears | For example | Product |
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
