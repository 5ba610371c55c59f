namespace EmailSettings.Benchmarks.Cli;

/// <summary>The cold process of the command line against a minimal console program that reads the same file.</summary>
internal static class CliPart
{
    public static void Run(Yardstick yardstick)
    {
        using var readyToRun = PublishedPrograms.ReadyToRun();
        Rows(yardstick, readyToRun);
        using var native = PublishedPrograms.Native();
        if (native is not null) Rows(yardstick, native);
    }

    private static void Rows(Yardstick yardstick, PublishedPrograms programs)
    {
        programs.Ours("set", "basic", "maxIncomingSizeKB=20000");

        yardstick.Compare($"show basic, cold process, {programs.Kind}", programs.Bare, () => programs.Ours("show", "basic"), Target.TimeAtMost(2), operations: 1);
        yardstick.Compare($"show basic --output json, {programs.Kind}", programs.Bare, () => programs.Ours("show", "basic", "--output", "json"), Target.TimeAtMost(2), operations: 1);
        yardstick.Compare($"show all, {programs.Kind}", programs.Bare, () => programs.Ours("show", "all"), Target.None, operations: 1);
    }
}
