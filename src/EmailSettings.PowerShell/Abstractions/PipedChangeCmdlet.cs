using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that makes a change to the settings and whose parameters may be properties of piped objects.</summary>
public abstract class PipedChangeCmdlet : ChangeCmdlet
{
    /// <inheritdoc cref="PipedCmdlet.InputObject"/>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override PSObject? Piped => InputObject;
}
