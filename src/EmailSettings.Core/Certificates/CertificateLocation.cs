using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Core.Certificates;

/// <summary>The location of a certificate: a certificate store, or files used in place.</summary>
public sealed record CertificateLocation
{
    private CertificateLocation(StoreLocation? store, string? file, string? keyFile)
    {
        Store = store;
        File = file;
        KeyFile = keyFile;
    }

    /// <summary><c>CurrentUser\My</c>.</summary>
    public static CertificateLocation CurrentUser { get; } = new(StoreLocation.CurrentUser, null, null);

    /// <summary><c>LocalMachine\My</c>.</summary>
    public static CertificateLocation LocalMachine { get; } = new(StoreLocation.LocalMachine, null, null);

    /// <summary>The store's location; null for files.</summary>
    public StoreLocation? Store { get; }

    /// <summary>The absolute path of the PFX or PEM certificate; null for a store.</summary>
    public string? File { get; }

    /// <summary>The absolute path of the PEM key file, if it is separate.</summary>
    public string? KeyFile { get; }

    /// <summary>The path of the key file if it no longer exists, although the certificate does; otherwise null.</summary>
    internal string? LostKeyFile =>
        File is not null && KeyFile is not null && System.IO.File.Exists(File) && !System.IO.File.Exists(KeyFile) ? KeyFile : null;

    /// <summary>Returns the location of a file used in place.</summary>
    /// <param name="file">The PFX, or the PEM certificate (with its key, if <paramref name="keyFile"/> is null).</param>
    /// <param name="keyFile">The PEM key.</param>
    public static CertificateLocation InFile(string file, string? keyFile = null) =>
        new(null, Path.GetFullPath(file), keyFile is null ? null : Path.GetFullPath(keyFile));

    /// <summary>Parses what <see cref="ToString"/> writes.</summary>
    /// <param name="text"><c>CurrentUser\My</c>, <c>LocalMachine\My</c> (case-insensitive), or the path of a file.</param>
    /// <param name="keyFile">The PEM key file, if it is separate.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static CertificateLocation Parse(string text, string? keyFile = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        foreach (var store in new[] { CurrentUser, LocalMachine })
        {
            if (text.Equals(store.ToString(), StringComparison.OrdinalIgnoreCase)) return store;
        }
        return InFile(text, keyFile);
    }

    /// <summary>Returns <c>CurrentUser\My</c>, <c>LocalMachine\My</c> or the path of the file.</summary>
    public override string ToString() => Store is { } store ? $@"{store}\My" : File!;
}
