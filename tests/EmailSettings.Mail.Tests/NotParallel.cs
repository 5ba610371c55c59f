namespace EmailSettings.Mail.Tests;

/// <summary>Tests that measure the process's memory, so nothing runs in parallel.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class NotParallel
{
    public const string Name = "NotParallel";
}
