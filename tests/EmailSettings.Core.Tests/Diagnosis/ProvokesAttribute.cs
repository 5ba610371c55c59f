namespace EmailSettings.Core.Tests.Diagnosis;

/// <summary>Names a finding that the test provokes.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ProvokesAttribute(string id) : Attribute
{
    public string Id => id;
}
