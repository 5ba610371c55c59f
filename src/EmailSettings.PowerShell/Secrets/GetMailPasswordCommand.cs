using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Vault;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>
/// Lists the stored secrets and those still to be entered, with certificate and state, never the text; those that expire soonest
/// come first.
/// </summary>
[Cmdlet(VerbsCommon.Get, "MailPassword")]
[OutputType(typeof(StoredSecretInfo))]
public sealed class GetMailPasswordCommand : StoreCmdlet
{
    /// <summary>The purposes, with wildcards; all by default.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public string[]? Purpose { get; set; }

    /// <summary>Gets only secrets that must be entered again because they cannot be decrypted on this system.</summary>
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
