namespace EmailSettings.Integration.Tests.OAuth;

/// <summary>Tests that change something of the whole process: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessWide
{
    public const string Name = "Process-wide";
}
