using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet whose parameters may be properties of piped objects.</summary>
public abstract class PipedCmdlet : StoreCmdlet
{
    /// <summary>The piped object as it came: not meant to be given, but to be read.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override PSObject? Piped => InputObject;
}
