using System.Reflection;
using System.Text.RegularExpressions;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Tests.Findings;

/// <summary>The table of messages as a whole.</summary>
public sealed partial class MessageTableTests
{
    private static readonly string[] Placeholders = ["{field}", "{value}", "{limit}", "{detail}"];

    private static readonly List<(string Name, FindingCode Row)> Rows =
        [.. typeof(FindingCode).Assembly.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(FindingCode)).Select(field => (field.Name, (FindingCode)field.GetValue(null)!))];

    [Fact]
    public void The_table_holds_every_row_and_every_id_once()
    {
        Assert.Equal(Rows.Select(row => row.Row.Id).Order(StringComparer.Ordinal), FindingTable.All.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(FindingTable.All.Count, FindingTable.All.Select(row => row.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void A_row_is_named_like_its_id() => Assert.All(Rows, row => Assert.Equal(row.Row.Id.Replace(".", "", StringComparison.Ordinal), row.Name));

    [Fact]
    public void Two_ids_never_differ_by_the_dot_alone() =>
        Assert.Equal(Rows.Count, Rows.Select(row => row.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_row_says_its_cause_and_its_next_step_in_whole_sentences() => Assert.All(FindingTable.All, row => Assert.All(Texts(row), text =>
    {
        Assert.True(char.IsUpper(text[0]) || text[0] is '{' or '\'', text);
        Assert.True(text[^1] is '.' or '}', text);
        Assert.All(Placeholder().Matches(text), match => Assert.Contains(match.Value, Placeholders));
    }));

    [Fact]
    public void A_next_step_that_names_a_cmdlet_names_the_command_line_too_and_the_other_way_round() => Assert.All(
        FindingTable.All.Where(row => row.Kind != FindingKind.Internal).SelectMany(row => Texts(row).Skip(1)),
        step => Assert.True(Cmdlet().IsMatch(step) == step.Contains("'emailsettings ", StringComparison.Ordinal), step));

    [Fact]
    public void A_warning_is_a_kind_of_its_own()
    {
        var warnings = typeof(SettingsWarnings).GetFields().Select(field => ((FindingCode)field.GetValue(null)!).Id)
            .Concat(["CertificateExpired", "CertificateMissingOnHosts", "CertificateNotYetValid", "CertificateEndsSoon", "CertificateSubjectShared", "CertificateUsageUnusual",
                "SecretsOnEarlierCertificate", "AccountAccessUncertain", "StoreExposed", "StoreNotThere"])
            .ToList();
        Assert.Equal(warnings.Order(StringComparer.Ordinal),
            FindingTable.All.Where(row => row.Kind == FindingKind.Warning && !row.Id.Contains('.', StringComparison.Ordinal)).Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.All(FindingTable.All, row => Assert.Equal(row.Kind == FindingKind.Warning ? Severity.Warning : Severity.Error, row.Severity));
    }

    [Fact]
    public void Findings_of_server_tests_are_about_the_server_or_the_settings() => Assert.All(
        FindingTable.All.Where(row => row.Id.Contains('.', StringComparison.Ordinal) && row.Kind != FindingKind.Warning),
        row => Assert.Equal(
            row.Id.Split('.')[0] switch { "Settings" => FindingKind.InvalidInput, "Secret" => FindingKind.Secret, _ => FindingKind.Server },
            row.Kind));

    [Fact]
    public void Only_a_bug_has_the_internal_kind() =>
        Assert.Equal(["InternalFault"], FindingTable.All.Where(row => row.Kind == FindingKind.Internal).Select(row => row.Id));

    private static IEnumerable<string> Texts(FindingCode row) =>
        new[] { row.Cause, row.NextStep, row.Microsoft365Step, row.Microsoft365TokenStep, row.TokenStep, row.GmailStep }.OfType<string>();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b[A-Z][a-z]+-(?:Email|Mail|OutgoingMail|IncomingMail)(?!boxPermission)[A-Z]\w*|\b[A-Z][a-z]+-MailPassword")]
    private static partial Regex Cmdlet();
}
