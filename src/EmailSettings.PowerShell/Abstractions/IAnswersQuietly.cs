using System.Management.Automation;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that writes only true or false with -Quiet.</summary>
internal interface IAnswersQuietly
{
    /// <summary>Whether the caller wants no more.</summary>
    SwitchParameter Quiet { get; }
}
