namespace EmailSettings.Core.Tests;

/// <summary>Tests that count what the process holds, which nothing else may use meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
