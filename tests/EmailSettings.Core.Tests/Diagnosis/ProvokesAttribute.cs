namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>The test provokes this finding.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProvokesAttribute(string id) : Attribute
{
    public string Id => id;
}
