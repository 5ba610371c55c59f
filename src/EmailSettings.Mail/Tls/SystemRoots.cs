using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// The operating system's root certificates. On Linux .NET parses all of them for the first chain of a process, whichever roots
/// that chain uses: some 50 ms that would delay a short test's handshake.
/// </summary>
public static class SystemRoots
{
    private static readonly Lock Begin = new();
    private static Task? _reading;
    private static Lazy<X509Certificate2Collection>? _withDeferred;

    /// <summary>
    /// Starts reading them on another thread, once per process, while names are looked up and servers connected.
    /// </summary>
    public static void ReadAhead()
    {
        // On other systems the chain engine shares its roots among processes.
        if (!OperatingSystem.IsLinux()) return;
        lock (Begin) _reading ??= Task.Run(() => { foreach (var root in OfRuntime()) root.Dispose(); });
    }

    /// <summary>
    /// Names places of roots to withhold from the runtime; they are read only for the first chain that ends in none of the
    /// others. Call it before any chain is built.
    /// </summary>
    /// <param name="places">Folders as in <c>SSL_CERT_DIR</c>, with one root per file (PEM or DER), and files as in
    /// <c>SSL_CERT_FILE</c>.</param>
    public static void Defer(IEnumerable<string> places) => _withDeferred = new(() => [.. OfRuntime(), .. places.SelectMany(OfPlace)]);

    /// <summary>Waits until they are read, if reading has started, instead of blocking a thread.</summary>
    internal static Task WaitAsync(CancellationToken cancellationToken) => _reading?.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>All roots, including those withheld and any intermediates; null if none were withheld.</summary>
    internal static X509Certificate2Collection? WithDeferred() => _withDeferred?.Value;

    private static X509Certificate2Collection OfRuntime()
    {
        try
        {
            using var store = new X509Store(StoreName.Root, StoreLocation.LocalMachine, OpenFlags.ReadOnly);
            return store.Certificates;
        }
        catch (CryptographicException)
        {
            // The handshake will hit the same error and report it.
            return [];
        }
    }

    private static IEnumerable<X509Certificate2> OfPlace(string place) => File.Exists(place) ? OfFile(place) : OfFolder(place);

    private static IEnumerable<X509Certificate2> OfFolder(string folder)
    {
        // Unreadable files are skipped, as OpenSSL does.
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
            // Other files may still be readable.
        }

        return found;
    }
}
