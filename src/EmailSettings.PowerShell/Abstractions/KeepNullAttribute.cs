using System.Management.Automation;
using System.Management.Automation.Language;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Keeps <c>$null</c> distinct from <c>''</c> on a string parameter. PowerShell would convert it to an empty string, and a
/// required field would be reported as too short.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeepNullAttribute : ArgumentTransformationAttribute
{
    /// <summary>Returns the object that PowerShell converts to a null string.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData ?? NullString.Value;
}
