using System.Globalization;
using System.Reflection;
using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Cli.Tests;

/// <summary>Generates docs/errors.md from the table of messages.</summary>
internal static class ErrorsPage
{
    private const BindingFlags Rows = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    public static string Write()
    {
        var page = new StringBuilder("""
            # Errors, warnings and findings

            Every message of EmailSettings by its id, which never changes: its text and the next step. In PowerShell the id precedes the comma in
            `FullyQualifiedErrorId`; on the command line it follows `error` or `warning`, and is in the JSON. Words in braces are placeholders.
            `Resolve-MailServerReply ID` and `emailsettings explain ID` explain those of mail servers; `docs/mail-errors.md` lists servers' replies.

            This page is generated from the table of messages; a test checks that it is current, and rewrites it if `EMAILSETTINGS_WRITE_PAGES` is set.


            """.ReplaceLineEndings("\n"));
        var all = FindingTable.All
            .Concat(typeof(CommandLineErrors).GetFields(Rows).Select(field => field.GetValue(null)).OfType<FindingCode>())
            .OrderBy(code => code.Id, StringComparer.Ordinal).ToList();
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            var rows = all.Where(code => code.Kind == kind).ToList();
            if (rows.Count == 0) continue;
            page.Append(CultureInfo.InvariantCulture, $"## {Title(kind)}\n\n| Id | Message | Next step |\n| --- | --- | --- |\n");
            foreach (var code in rows) page.Append(CultureInfo.InvariantCulture, $"| `{code.Id}` | {Escape(code.Cause)} | {Escape(code.NextStep)} |\n");
            page.Append('\n');
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Title(FindingKind kind) => kind switch
    {
        FindingKind.Warning => "Warnings",
        FindingKind.InvalidInput => "Invalid values and calls (exit code 2)",
        FindingKind.AlreadyExists => "Names already in use (exit code 2)",
        FindingKind.NotFound => "Not found (exit code 3)",
        FindingKind.NotAllowed => "Missing rights (exit code 4)",
        FindingKind.Secret => "Certificate and secrets (exit code 5; in a test exit code 1)",
        FindingKind.Store => "The store (exit code 6)",
        FindingKind.Conflict => "Conflicts with other changes (exit code 6)",
        FindingKind.Server => "Server and message tests (exit code 1)",
        FindingKind.Internal => "Internal errors (exit code 70)",
        _ => kind.ToString(),
    };

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);
}
