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

    /// <summary>The code of faults; of a mixture the lowest.</summary>
    public static int Of(IEnumerable<Fault> faults) => faults.Min(fault => Of(fault.Code.Kind));

    private static int Of(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidInput or ErrorKind.AlreadyExists => InvalidCall,
        ErrorKind.NotFound => 3,
        ErrorKind.NotAllowed => 4,
        ErrorKind.Secret => 5,
        ErrorKind.Store or ErrorKind.Conflict => 6,
        _ => InternalFault,
    };
}
