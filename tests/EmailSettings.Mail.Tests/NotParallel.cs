namespace EmailSettings.Mail.Tests;

/// <summary>Tests that measure the memory of the process, which nothing else may use meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NotParallel
{
    public const string Name = "NotParallel";
}
