using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    /// <summary>Success; checks passed.</summary>
    public const int Done = 0;

    /// <summary>The check failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>An internal error.</summary>
    public const int InternalFault = 70;

    /// <summary>Interrupted by the user: 128 plus the number of SIGINT.</summary>
    public const int Interrupted = 130;

    private const int InvalidCall = 2;

    /// <summary>Gets the code of a check: warnings pass.</summary>
    public static int Of(CheckStatus status) => status == CheckStatus.Failed ? CheckFailed : Done;

    /// <summary>Gets the code for faults: the lowest of a mixture.</summary>
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
