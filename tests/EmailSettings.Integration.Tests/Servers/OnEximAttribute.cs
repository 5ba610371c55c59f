namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A row on Exim.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEximAttribute(params object?[] row) : OnServerAttribute(Name, ServerRequirements.Exim, row)
{
    public const string Name = "Exim";
}
