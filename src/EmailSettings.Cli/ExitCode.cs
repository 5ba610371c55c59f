using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>What the process says to the shell that started it.</summary>
internal static class ExitCode
{
    /// <summary>Done; checks passed.</summary>
    public const int Done = 0;

    /// <summary>Done, and the check says no.</summary>
    public const int CheckFailed = 1;

    /// <summary>A fault of ours.</summary>
    public const int InternalFault = 70;

    /// <summary>Ended by the user: 128 and the number of SIGINT.</summary>
    public const int Interrupted = 130;

    private const int InvalidCall = 2;

    /// <summary>The code of a check: warnings pass.</summary>
    public static int Of(CheckStatus status) => status == CheckStatus.Failed ? CheckFailed : Done;

    /// <summary>The code of faults; of a mixture the lowest.</summary>
    public static int Of(IEnumerable<Finding> faults) => faults.Min(fault => Of(fault.Kind));

    private static int Of(FindingKind kind) => kind switch
    {
        FindingKind.InvalidInput or FindingKind.AlreadyExists => InvalidCall,
        FindingKind.NotFound => 3,
        FindingKind.NotAllowed => 4,
        FindingKind.Secret => 5,
        FindingKind.Store or FindingKind.Conflict => 6,
        FindingKind.Output => 7,
        _ => InternalFault,
    };
}
