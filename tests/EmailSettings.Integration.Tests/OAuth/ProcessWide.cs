namespace EmailSettings.Integration.Tests.OAuth;

/// <summary>Tests that change process-wide state, so nothing runs in parallel.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "Process-wide";
}
