using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Findings;

/// <summary>Placeholders in messages.</summary>
public sealed class FindingTextTests
{
    private static readonly FindingCode Row = new("Row", FindingKind.InvalidInput, "{field}|{value}|{limit}|{detail}", "{detail}|{limit}|{value}|{field}");

    [Theory]
    [InlineData("{value}", "{limit}", "{detail}", "{field}")]
    [InlineData("{detail}", "{field}", "{value}", "{limit}")]
    [InlineData("{limit}", "{detail}", "{field}", "{value}")]
    public void A_value_that_looks_like_a_placeholder_is_not_replaced(string field, string value, string limit, string detail)
    {
        var finding = Row.At(field, value, limit, detail);
        Assert.Equal($"{field}|{value}|{limit}|{detail}", finding.Cause);
        Assert.Equal($"{detail}|{limit}|{value}|{field}", finding.NextStep);
    }

    [Fact]
    public void A_server_renamed_to_a_placeholder_is_named_so_in_the_warning()
    {
        using var fixture = new SessionFixture();
        fixture.Apply(SessionFixture.NewServer("Support"));
        var warning = Assert.Single(fixture.Apply(new ChangeStep.RenameServer("Support", "{value}")).Warnings, warning => warning.Id == SettingsWarnings.QueuesNameServer.Id);
        Assert.Contains("'Support'", warning.Cause, StringComparison.Ordinal);
        Assert.Contains("'{value}'", warning.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_braces_and_empty_values_leave_no_trace() =>
        Assert.Equal("{other} |", (Row.At() with { CauseTemplate = "{other} {value}|{limit}" }).Cause);

    [Fact]
    public void Nothing_from_outside_reaches_the_text_unescaped_or_unbounded()
    {
        var hostile = "a\u001b[31m\r\n\u202e" + new string('x', 100_000);
        var finding = Row.At(hostile, hostile, hostile, hostile, hostile);
        Assert.All([finding.Cause, finding.NextStep, finding.ServerText!], text =>
        {
            Assert.DoesNotContain(text, c => char.IsControl(c) || c == '\u202e');
            Assert.InRange(text.Length, 1, 5000);
        });
    }

    [Fact]
    public void The_line_of_a_document_follows_the_cause() => Assert.Equal("f||| (line 7)", (Row.At("f") with { Line = 7 }).Cause);

    [Fact]
    public void A_finding_has_the_severity_of_its_kind_unless_the_situation_changes_it()
    {
        Assert.Equal(Severity.Error, Row.At().Severity);
        Assert.Equal(Severity.Warning, SettingsWarnings.BasicWithoutSsl.At().Severity);
        Assert.Equal(Severity.Info, (Row.At() with { Severity = Severity.Info }).Severity);
    }
}
