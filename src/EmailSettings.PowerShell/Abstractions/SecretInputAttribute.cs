using System.Management.Automation;
using System.Security;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Accepts a credential for its password, and replaces anything other than a SecureString with <see cref="NotSecure"/>, so that
/// the cmdlet can explain how to pass a secret.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>Represents a value that was not a SecureString; compared by reference.</summary>
    internal static readonly SecureString NotSecure = new();

    /// <summary>Returns the secret, <see cref="NotSecure"/>, or null.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null : Read(inputData is PSObject wrapped ? wrapped.BaseObject : inputData) ?? NotSecure;

    /// <summary>Gets the secret in a value; null if there is none.</summary>
    internal static SecureString? Read(object? value) => value switch
    {
        SecureString text when !ReferenceEquals(text, NotSecure) => text,
        PSCredential credential => credential.Password,
        _ => null,
    };
}
