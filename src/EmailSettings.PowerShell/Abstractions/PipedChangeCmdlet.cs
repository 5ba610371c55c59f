using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that changes the settings and accepts parameters from properties of piped objects.</summary>
public abstract class PipedChangeCmdlet : ChangeCmdlet
{
    /// <inheritdoc cref="PipedCmdlet.InputObject"/>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override PSObject? Piped => InputObject;
}
