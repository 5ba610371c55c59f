using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Benchmarks.Store;

/// <summary>A host that confirms everything and shows nothing.</summary>
internal sealed class SilentHost : IOperationHost
{
    public static SilentHost Instance { get; } = new();

    public CancellationToken Cancellation => CancellationToken.None;

    public bool Confirm(string target, string action) => true;

    public bool Confirm(string target, Func<string> action) => true;

    public void Warn(Finding warning)
    {
    }

    public void Verbose(string text)
    {
    }

    public void Progress(string activity, int done, int total)
    {
    }
}
