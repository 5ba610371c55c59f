using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Settings;

/// <summary>Changes basic settings; fields that are not specified stay unchanged.</summary>
[Cmdlet(VerbsCommon.Set, "EmailBasicSettings", SupportsShouldProcess = true)]
[OutputType(typeof(BasicSettings), typeof(ChangeResult))]
public sealed class SetEmailBasicSettingsCommand : FieldsCmdlet
{
    /// <summary>
    /// The transfer encodings of attachments by file type: a string such as <c>wav=base64;*=8bit</c>, or a hashtable.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(AttachmentEncodingsCompleter))]
    public object? AttachmentEncodings { get; set; }

    /// <summary>The IANA name of the charset of the text body of sent mail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    [ArgumentCompleter(typeof(CharsetCompleter))]
    public string? BodyCharset { get; set; }

    /// <summary>The transfer encoding of the body of sent mail.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [KeepNull]
    [ArgumentCompleter(typeof(TransferEncodingCompleter))]
    public string? SentEncoding { get; set; }

    /// <summary>The maximum size of incoming mail, in KB (1 KB = 1024 bytes).</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [WholeNumber]
    public long? MaxIncomingSizeKB { get; set; }

    private protected override SettingBlock Block => SettingBlocks.Basic;

    private protected override void Run()
    {
        if (Apply(Block.Title, fields => new ChangeStep.Assign(Block, fields)) && PassThru) WriteRecords(Session.Settings.ReadBasic());
    }
}
