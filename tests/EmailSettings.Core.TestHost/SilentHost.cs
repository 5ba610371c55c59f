using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.TestHost;

/// <summary>A host that confirms everything and shows nothing.</summary>
internal sealed class SilentHost : IOperationHost
{
    public static SilentHost Instance { get; } = new();

    public CancellationToken Cancellation => CancellationToken.None;

    /// <summary>Called before confirming.</summary>
    public Action? Asked { get; init; }

    public bool Confirm(string target, string action)
    {
        Asked?.Invoke();
        return true;
    }

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
