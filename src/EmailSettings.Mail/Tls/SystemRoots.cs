using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// The operating system's roots. On Linux .NET parses all of them for the first chain of a process, whichever roots that chain
/// is to end in: some 50 ms, which a short test would wait for in its handshake.
/// </summary>
public static class SystemRoots
{
    private static readonly Lock Begin = new();
    private static Task? _reading;

    /// <summary>Begins to read them on another thread, once in a process, while there are names to look up and servers to wait for.</summary>
    public static void ReadAhead()
    {
        // The chain engines of the other systems keep roots read for all processes.
        if (!OperatingSystem.IsLinux()) return;
        lock (Begin) _reading ??= Task.Run(Read);
    }

    /// <summary>Waits until they are read, where that was begun: whoever needs them meanwhile would hold a thread.</summary>
    internal static Task WaitAsync(CancellationToken cancellationToken) => _reading?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    private static void Read()
    {
        try
        {
            using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
            foreach (var root in store.Certificates) root.Dispose();
        }
        catch (CryptographicException)
        {
            // The handshake meets the same, and tells it.
        }
    }
}
