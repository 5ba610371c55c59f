using System.Management.Automation;
using System.Security;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Takes a credential for its password, and lets anything else than a SecureString through as <see cref="NotSecure"/>, so
/// that the cmdlet can say how a secret is handed in.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretInputAttribute : ArgumentTransformationAttribute
{
    /// <summary>Stands for a value that was no SecureString; compared by reference.</summary>
    internal static readonly SecureString NotSecure = new();

    /// <summary>Gives the secret, <see cref="NotSecure"/>, or null.</summary>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is null ? null : Read(inputData is PSObject wrapped ? wrapped.BaseObject : inputData) ?? NotSecure;

    /// <summary>The secret that a value holds; null where it holds none.</summary>
    internal static SecureString? Read(object? value) => value switch
    {
        SecureString text when !ReferenceEquals(text, NotSecure) => text,
        PSCredential credential => credential.Password,
        _ => null,
    };
}
