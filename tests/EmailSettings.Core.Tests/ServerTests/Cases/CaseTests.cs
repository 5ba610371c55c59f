using System.Reflection;
using EmailSettings.Core.Tests.Diagnosis;

namespace EmailSettings.Core.Tests.ServerTests.Cases;

/// <summary>Replays cases from public bug reports: each must get the diagnosis that its report gives.</summary>
public sealed class CaseTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Cases() => Names();

    [Theory]
    [Provokes("Capabilities.NameRefused")]
    [Provokes("Connect.AddressFails")]
    [Provokes("Tls.NoCommonCipher")]
    [Provokes("Greeting.AddressRefused")]
    [Provokes("Greeting.AddressListed")]
    [Provokes("Greeting.ReverseNameMissing")]
    [Provokes("StartTls.Filtered")]
    [Provokes("Tls.Inspected")]
    [Provokes("Tls.RootExpired")]
    [Provokes("Tls.HostIsAddress")]
    [Provokes("Authenticate.TooManyConnections")]
    [Provokes("Authenticate.BrowserRequired")]
    [Provokes("Authenticate.BlockedByPolicy")]
    [Provokes("Authenticate.MechanismBroken")]
    [Provokes("Envelope.ConnectorMissing")]
    [Provokes("Envelope.SenderNotOwned")]
    [Provokes("Envelope.SenderNotVerified")]
    [Provokes("Envelope.RecipientNotVerified")]
    [Provokes("Reply.ServerFault")]
    [Provokes("Reply.SessionEnded")]
    [MemberData(nameof(Cases))]
    public async Task A_reported_case_gets_the_right_diagnosis(string folder, string id)
    {
        var file = CaseFile.Find(folder, id);
        var report = await new CaseRun(file).RunAsync();
        foreach (var finding in report.Findings) output.WriteLine($"{finding.Severity} {finding.Id}: {finding.Cause}\n  {finding.NextStep}\n  {finding.ServerText}");
        foreach (var line in report.Transcript) output.WriteLine($"{line.Direction}: {line.Text}");

        if ((bool?)file.Expected["passes"] == true)
        {
            Assert.Null(report.Primary);
            if ((string?)file.Expected["notes"] is { } noted) Assert.Contains(report.Findings, finding => finding.Id == noted);
            return;
        }
        Assert.Equal((string)file.Expected["finding"]!, report.Primary?.Id);
        var stage = report.Stages.Single(one => one.Stage.ToString() == (string)file.Expected["stage"]!);
        Assert.Contains(report.Primary!, stage.Findings);
        if ((string?)file.Expected["step"] is { } words) Assert.Contains(words, report.Primary!.NextStep, StringComparison.OrdinalIgnoreCase);
        if ((string?)file.Expected["notInStep"] is { } other) Assert.DoesNotContain(other, report.Primary!.NextStep, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_finding_that_the_cases_provoke_is_expected_by_one()
    {
        var provoked = typeof(CaseTests).GetMethod(nameof(A_reported_case_gets_the_right_diagnosis))!.GetCustomAttributes<ProvokesAttribute>().Select(provokes => provokes.Id);
        var expected = CaseFile.All("Given").Concat(CaseFile.All("Found")).Select(one => (string?)(one.Expected["finding"] ?? one.Expected["notes"])).ToList();
        Assert.All(provoked, id => Assert.Contains(id, expected));
    }

    [Fact]
    public void Every_case_names_its_source_and_the_right_diagnosis() => Assert.All(CaseFile.All("Given").Concat(CaseFile.All("Found")), one =>
    {
        Assert.All(one.Sources, source => Assert.False(string.IsNullOrWhiteSpace(source)));
        Assert.NotEmpty(one.Sources);
        Assert.NotEmpty(one.Right);
    });

    private static TheoryData<string, string> Names()
    {
        var data = new TheoryData<string, string>();
        foreach (var folder in new[] { "Given", "Found" })
        {
            foreach (var one in CaseFile.All(folder)) data.Add(folder, one.Id);
        }
        return data;
    }
}
