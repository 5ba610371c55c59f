namespace EmailSettings.Core.Tests;

/// <summary>Tests that measure what the whole process holds, which nothing else may use meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NotParallel
{
    public const string Name = "NotParallel";
}
