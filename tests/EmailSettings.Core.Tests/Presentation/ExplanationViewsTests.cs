using EmailSettings.Core.Findings;
using EmailSettings.Core.Findings.Explanations;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.ServerTests.Replies;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>Pages and objects of explained replies and ids.</summary>
public sealed class ExplanationViewsTests
{
    private static readonly Finding Meaning = AuthenticateFindings.AuthenticateRejected.At();

    [Fact]
    public void A_reply_is_a_section_with_its_cause_next_step_codes_and_source()
    {
        var page = ExplanationViews.Of([Reply()], Front.CommandLine).Page();

        Assert.Equal(
            [
                "# 535 5.7.8 no",
                $"- Cause | {Meaning.Cause} ({Meaning.Id})",
                $"- Next | {Meaning.CommandLineStep}",
                "- 5.7.8 | credentials (RFC 4954)",
                "- Or | locked (Authenticate.AccountBlocked; Other)",
                "- Source | Server: https://example.org/",
            ], PageText.Of(page).Split('\n'));
    }

    [Fact]
    public void An_unknown_reply_has_no_next_step_and_no_source()
    {
        var reply = Reply() with { Finding = null, Said = null, Source = null, Besides = [] };

        Assert.Equal(["Cause", "5.7.8"], Rows(ExplanationViews.Of([reply], Front.PowerShell)));
    }

    [Fact]
    public void Replies_are_always_a_list_for_programs()
    {
        var json = NamedValues.Json(ExplanationViews.Of([Reply()], Front.PowerShell).Content);

        Assert.Equal(1, json.GetArrayLength());
        Assert.Equal(["reply", "id", "cause", "nextStep", "said", "source", "besides", "codes"], NamedValues.Of(json[0]));
        Assert.Equal(Meaning.NextStep, json[0].GetProperty("nextStep").GetString());
        Assert.Equal(["id", "cause", "said", "source"], NamedValues.Of(json[0].GetProperty("besides")[0]));
        Assert.Equal(["code", "meaning", "standard"], NamedValues.Of(json[0].GetProperty("codes")[0]));
    }

    [Fact]
    public void An_id_shows_its_example_only_if_it_has_one_and_each_next_step()
    {
        var known = new FindingExplanation("Dns.NotFound", "Connection", "cause", "meaning", "example", ["first (-A, '--a')", "second"]);

        Assert.Equal(["Cause", "Meaning", "Example", "Next", "Next"], Rows(ExplanationViews.Of(known, Front.CommandLine)));
        Assert.Equal(["Cause", "Meaning", "Next", "Next"], Rows(ExplanationViews.Of(known with { Example = null }, Front.CommandLine)));
        Assert.Contains("Dns.NotFound (Connection)", PageText.Of(ExplanationViews.Of(known, Front.CommandLine).Page()), StringComparison.Ordinal);
        var json = NamedValues.Json(ExplanationViews.Of(known, Front.CommandLine).Content);
        Assert.Equal(["id", "kind", "cause", "meaning", "example", "nextSteps"], NamedValues.Of(json));
        Assert.Equal("first (--a, -A)", json.GetProperty("nextSteps")[0].GetString()!.Replace("'", "", StringComparison.Ordinal));
    }

    private static List<string> Rows(View view) =>
        [.. view.Page().Sections.SelectMany(section => section.Parts).OfType<Table>().SelectMany(table => table.Rows).Select(row => row[0].Text)];

    private static ReplyExplanation Reply() => new()
    {
        Reply = "535 5.7.8 no",
        Finding = Meaning,
        Said = "Server",
        Source = "https://example.org/",
        Besides = [new OtherMeaning("Authenticate.AccountBlocked", "locked", "Other", "https://example.com/")],
        Codes = [new CodeMeaning("5.7.8", "credentials", "RFC 4954")],
    };
}
