using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Tests.Operations;

/// <summary>A host that answers as specified and records what it was told.</summary>
internal sealed class RecordingHost : IOperationHost
{
    /// <summary>The answer to a confirmation; it may do something else meanwhile, as another process would.</summary>
    public Func<bool> Answer { get; init; } = () => true;

    public List<Finding> Warnings { get; } = [];

    public List<(string Target, string Action)> Asked { get; } = [];

    public CancellationToken Cancellation { get; init; }

    public bool Confirm(string target, string action)
    {
        Asked.Add((target, action));
        return Answer();
    }

    public void Warn(Finding warning) => Warnings.Add(warning);

    public void Verbose(string text)
    {
    }

    public void Progress(string activity, int done, int total)
    {
    }
}
