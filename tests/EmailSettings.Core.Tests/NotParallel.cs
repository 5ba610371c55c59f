namespace EmailSettings.Core.Tests;

/// <summary>Tests that measure the whole process, so nothing runs in parallel.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NotParallel
{
    public const string Name = "NotParallel";
}
