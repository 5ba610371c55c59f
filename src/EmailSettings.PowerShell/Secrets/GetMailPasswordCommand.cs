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
public sealed class GetMailPasswordCommand : PipedCmdlet
{
    /// <summary>The purposes, with wildcards; all by default.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public string[]? Purpose { get; set; }

    /// <summary>Gets only secrets that must be entered again because they cannot be decrypted on this system.</summary>
    [Parameter]
    public SwitchParameter ToReEnter { get; set; }

    private protected override void Run()
    {
        if (Piped is not null && Purpose is null) throw PipedParameters.Unmatched(this, Piped, [nameof(Purpose)]);
        var secrets = Session.Secrets.List(ToReEnter);
        if (Purpose is null) WriteRecords([.. secrets]);
        foreach (var purpose in Purpose ?? []) ReportFaults(() => WriteMatches(secrets, purpose));
    }

    private void WriteMatches(IReadOnlyList<StoredSecretInfo> secrets, string purpose)
    {
        // The purpose of a piped secret contains the name of its server, in which nothing is a wildcard.
        var isLiteral = Piped is { BaseObject: not string };
        var pattern = WildcardPattern.Get(isLiteral ? WildcardPattern.Escape(purpose) : purpose, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        var matches = secrets.Where(secret => pattern.IsMatch(secret.Purpose)).ToList();
        if (matches.Count == 0 && !ToReEnter && (isLiteral || !WildcardPattern.ContainsWildcardCharacters(purpose))) throw SecretErrors.SecretNotFound.Error("purpose", purpose);
        WriteRecords([.. matches]);
    }
}
