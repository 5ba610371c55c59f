using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that accepts parameters from properties of piped objects.</summary>
public abstract class PipedCmdlet : StoreCmdlet
{
    /// <summary>The piped object, for the cmdlet to read; not meant to be bound by name.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override PSObject? Piped => InputObject;
}
