using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Vault;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>
/// Lists the stored secrets and those still to be entered, with certificate and state, soonest end first; never the text.
/// </summary>
[Cmdlet(VerbsCommon.Get, "MailPassword")]
[OutputType(typeof(StoredSecretInfo))]
public sealed class GetMailPasswordCommand : StoreCmdlet
{
    /// <summary>Purposes, with wildcards; all of them where none is given.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public string[]? Purpose { get; set; }

    /// <summary>Only what must be entered again, because it does not open here.</summary>
    [Parameter]
    public SwitchParameter ToReEnter { get; set; }

    private protected override void Run()
    {
        var secrets = Session.Secrets.List(ToReEnter);
        if (Purpose is null) WriteRecords([.. secrets]);
        foreach (var purpose in Purpose ?? []) ReportFaults(() => WriteMatches(secrets, purpose));
    }

    private void WriteMatches(IReadOnlyList<StoredSecretInfo> secrets, string purpose)
    {
        var pattern = WildcardPattern.Get(purpose, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        var matches = secrets.Where(secret => pattern.IsMatch(secret.Purpose)).ToList();
        if (matches.Count == 0 && !ToReEnter && !WildcardPattern.ContainsWildcardCharacters(purpose)) throw SecretErrors.SecretNotFound.Error("purpose", purpose);
        WriteRecords([.. matches]);
    }
}
