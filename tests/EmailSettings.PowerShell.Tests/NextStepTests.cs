using System.Text.RegularExpressions;
using EmailSettings.Testing;

namespace EmailSettings.PowerShell.Tests;

/// <summary>Cmdlets and parameters in next steps exist.</summary>
public sealed partial class NextStepTests
{
    // PowerShell's own, those of Windows, and those of Exchange Online, which its administrators have; header fields look like
    // cmdlets.
    private static readonly string[] Others =
    [
        "Get-Error", "Get-Secret", "Read-Host", "Resolve-DnsName", "Get-CASMailbox", "Set-CASMailbox", "Get-ApplicationAccessPolicy", "New-ServicePrincipal", "Add-MailboxPermission",
        "Content-Type", "Message-ID", "Authentication-Results",
    ];

    public static TheoryData<string> Steps => [.. NextSteps.All.Where(step => Call().IsMatch(step) || Parameter().IsMatch(step)).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Cmdlets_and_parameters_are_there(string step)
    {
        // Calls of the command line are in quotes.
        var told = Quoted().Replace(step, "");
        foreach (Match call in Call().Matches(told))
        {
            var name = call.Groups[1].Value;
            if (Others.Contains(name)) continue;
            var cmdlet = Assert.Single(CmdletContract.All, one => one.Name == name);
            List<string> given = [.. Parameter().Matches(call.Value).Select(parameter => parameter.Groups[1].Value)];
            foreach (var parameter in given) Assert.Contains(parameter, cmdlet.Parameters.Select(one => one.Name));
            // A complete call must run as written: one parameter set, with all mandatory parameters.
            if (given.Count > 0) Assert.True(cmdlet.ParameterSets.Any(set => given.All(set.Names.Contains) && set.Mandatory.All(given.Contains)), call.Value);
        }
        // A parameter on its own belongs to the call that failed.
        foreach (Match parameter in Parameter().Matches(Call().Replace(told, "")))
            Assert.Contains(parameter.Groups[1].Value, CmdletContract.All.SelectMany(one => one.Parameters).Select(one => one.Name));
    }

    [GeneratedRegex(@"'(?:emailsettings |--)[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b([A-Z][a-z]+-[A-Z]\w+)(?: -[A-Z]\w+(?: [^-\s(),;:.][^\s(),;:]*)?)*")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<=[ (])-([A-Z]\w+)")]
    private static partial Regex Parameter();
}
