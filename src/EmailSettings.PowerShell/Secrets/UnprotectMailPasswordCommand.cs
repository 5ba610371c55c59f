using System.Management.Automation;
using System.Security;
using System.Text;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Vault;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Secrets;

/// <summary>
/// Decrypts protected texts with the purpose <c>text</c>, as SecureString or on request as plain text. The certificate is opened
/// once for the pipeline; a text may be piped line by line.
/// </summary>
[Cmdlet(VerbsSecurity.Unprotect, "MailPassword", SupportsShouldProcess = true)]
[OutputType(typeof(SecureString), typeof(string))]
public sealed class UnprotectMailPasswordCommand : StoreCmdlet
{
    private const string CmsEnd = "-----END CMS-----";

    private readonly StringBuilder _lines = new();
    private SecretSession? _secrets;

    /// <summary>The protected text, from <c>-----BEGIN CMS-----</c> to <c>-----END CMS-----</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string ProtectedText { get; set; } = "";

    /// <summary>Returns plain text, which cannot be erased from memory afterwards. Prompts first.</summary>
    [Parameter]
    public SwitchParameter AsPlainText { get; set; }

    private protected override ViewSet NeededViews => ViewSet.None;

    private protected override bool IsDangerous => true;

    private protected override void Open()
    {
        if (!AsPlainText || Confirm("protected texts", "show them in plain text")) _secrets = Session.Secrets.Open();
    }

    private protected override void Run()
    {
        if (_lines.Length == 0 && ProtectedText.Contains(CmsEnd, StringComparison.Ordinal))
        {
            Unprotect(ProtectedText);
            return;
        }
        _lines.Append(ProtectedText).Append('\n');
        if (ProtectedText.Contains(CmsEnd, StringComparison.Ordinal)) UnprotectLines();
    }

    private protected override void Close()
    {
        if (_lines.Length > 0) UnprotectLines();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _secrets?.Dispose();
        base.Dispose(disposing);
    }

    private void UnprotectLines()
    {
        var text = _lines.ToString();
        _lines.Clear();
        Unprotect(text);
    }

    private void Unprotect(string protectedText)
    {
        if (_secrets is null) return;
        using var text = _secrets.Unprotect(SecretPurpose.Text, protectedText, OperationHost);
        WriteObject(AsPlainText ? text.Reveal() : text.ToSecureString());
    }
}
