using System.Management.Automation;
using System.Management.Automation.Language;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Keeps <c>$null</c> apart from <c>''</c> on a text parameter. PowerShell makes an empty text of it otherwise, and a
/// field that cannot be cleared would be said to be too short.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeepNullAttribute : ArgumentTransformationAttribute
{
    /// <summary>Gives the one object that PowerShell turns into a null text.</summary>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => inputData ?? NullString.Value;
}
