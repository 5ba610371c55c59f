using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that writes objects only with -PassThru.</summary>
internal interface IWritesOnRequest
{
    /// <summary>Whether the caller wants them.</summary>
    SwitchParameter PassThru { get; }
}
