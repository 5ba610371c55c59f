namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A row on npm's smtp-server.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnNodeAttribute(params object?[] row) : OnServerAttribute(Name, ServerRequirements.Node, row)
{
    public const string Name = "smtp-server";
}
