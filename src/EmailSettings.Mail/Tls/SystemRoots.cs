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
    private static Lazy<X509Certificate2Collection>? _withThoseLeft;

    /// <summary>
    /// Begins to read them on another thread, once in a process, while there are names to look up and servers to wait for.
    /// </summary>
    public static void ReadAhead()
    {
        // The chain engines of the other systems keep roots read for all processes.
        if (!OperatingSystem.IsLinux()) return;
        lock (Begin) _reading ??= Task.Run(() => { foreach (var root in OfRuntime()) root.Dispose(); });
    }

    /// <summary>
    /// Names places of roots that this process keeps from the runtime: they are read for the first chain that ends in none of the
    /// others. To be called before anything asks for a chain.
    /// </summary>
    /// <param name="places">Folders, as in <c>SSL_CERT_DIR</c>, with each root in a file of its own, PEM or DER; and files, as in
    /// <c>SSL_CERT_FILE</c>.</param>
    public static void LeaveForLater(IEnumerable<string> places) => _withThoseLeft = new(() => [.. OfRuntime(), .. places.SelectMany(OfPlace)]);

    /// <summary>Waits until they are read, where that was begun: whoever needs them meanwhile would hold a thread.</summary>
    internal static Task WaitAsync(CancellationToken cancellationToken) => _reading?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>All roots with those that were left for later, intermediates among them; null where none were.</summary>
    internal static X509Certificate2Collection? WithThoseLeft() => _withThoseLeft?.Value;

    private static X509Certificate2Collection OfRuntime()
    {
        try
        {
            using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
            return store.Certificates;
        }
        catch (CryptographicException)
        {
            // The handshake meets the same, and tells it.
            return [];
        }
    }

    private static IEnumerable<X509Certificate2> OfPlace(string place) => File.Exists(place) ? OfFile(place) : OfFolder(place);

    private static IEnumerable<X509Certificate2> OfFolder(string folder)
    {
        // What cannot be read is no root, as for OpenSSL.
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", new EnumerationOptions { IgnoreInaccessible = true }) : [];
        return files.SelectMany(OfFile);
    }

    private static X509Certificate2Collection OfFile(string file)
    {
        X509Certificate2Collection found = [];
        try
        {
            found.ImportFromPemFile(file);
            if (found.Count == 0) found.Add(X509CertificateLoader.LoadCertificateFromFile(file));
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Another file may still be one.
        }

        return found;
    }
}
