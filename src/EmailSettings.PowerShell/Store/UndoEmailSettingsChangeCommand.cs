using System.Management.Automation;
using EmailSettings.Core.Changes;
using EmailSettings.PowerShell.Abstractions;
using EmailSettings.PowerShell.Completion;

namespace EmailSettings.PowerShell.Store;

/// <summary>Reverts one change by making another; secrets are not restored.</summary>
[Cmdlet(VerbsCommon.Undo, "EmailSettingsChange", SupportsShouldProcess = true)]
[OutputType(typeof(ChangeResult))]
public sealed class UndoEmailSettingsChangeCommand : PipedCmdlet, IWritesOnRequest
{
    /// <summary>The revision that the change created.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, long.MaxValue)]
    [WholeNumber]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    public long Revision { get; set; }

    /// <summary>Returns what changed.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Run()
    {
        var result = Session.Settings.Undo(Revision, OperationHost);
        if (PassThru && (!result.WhatIf || IsWhatIf)) WriteObject(result);
    }
}
