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

            Every message of EmailSettings by its id, which never changes: what it says and what to do next. In PowerShell the id stands before
            the comma of `FullyQualifiedErrorId`, on the command line behind `error`, `warning` and in JSON. Words in braces are filled in.
            `Resolve-MailServerReply ID` and `emailsettings explain ID` tell more about those of mail servers; `docs/mail-errors.md` lists what servers say.

            This page is generated from the table of messages; a test holds it current and writes it anew where `EMAILSETTINGS_WRITE_PAGES` is set.


            """.ReplaceLineEndings("\n"));
        var all = FindingTable.All
            .Concat(typeof(CommandLineErrors).GetFields(Rows).Select(field => field.GetValue(null)).OfType<FindingCode>())
            .OrderBy(code => code.Id, StringComparer.Ordinal).ToList();
        foreach (var kind in Enum.GetValues<FindingKind>())
        {
            var rows = all.Where(code => code.Kind == kind).ToList();
            if (rows.Count == 0) continue;
            page.Append(CultureInfo.InvariantCulture, $"## {Title(kind)}\n\n| Id | It says | Next step |\n| --- | --- | --- |\n");
            foreach (var code in rows) page.Append(CultureInfo.InvariantCulture, $"| `{code.Id}` | {Escape(code.Cause)} | {Escape(code.NextStep)} |\n");
            page.Append('\n');
        }
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static string Title(FindingKind kind) => kind switch
    {
        FindingKind.Warning => "Warnings",
        FindingKind.InvalidInput => "Values and calls that are not allowed (exit code 2)",
        FindingKind.AlreadyExists => "Names that are taken (exit code 2)",
        FindingKind.NotFound => "Things that are not there (exit code 3)",
        FindingKind.NotAllowed => "Missing rights (exit code 4)",
        FindingKind.Secret => "Certificate and secrets (exit code 5; in a test exit code 1)",
        FindingKind.Store => "The store (exit code 6)",
        FindingKind.Conflict => "Changes of others (exit code 6)",
        FindingKind.Server => "Tests of servers and messages (exit code 1)",
        FindingKind.Internal => "Faults of EmailSettings (exit code 70)",
        _ => kind.ToString(),
    };

    private static string Escape(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);
}
