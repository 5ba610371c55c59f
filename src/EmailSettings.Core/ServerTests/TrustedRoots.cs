using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EmailSettings.Core.Files;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests;

/// <summary>Roots that a test trusts in addition to the system's.</summary>
public static class TrustedRoots
{
    // All roots of a system have about 250 KB in PEM.
    private const int MaxLength = 4_194_304;

    /// <summary>Reads certificates from a file: any number in PEM (RFC 7468), or one in DER.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="EmailSettingsException"><see cref="StoreErrors.FileNotFound"/>, <see cref="StoreErrors.FileUnusable"/>,
    /// <see cref="ServerTestErrors.RootsInvalid"/>.</exception>
    public static X509Certificate2Collection Read(string file)
    {
        var bytes = ReadBytes(file);
        var roots = new X509Certificate2Collection();
        try
        {
            if (bytes.AsSpan().IndexOf("-----BEGIN "u8) >= 0) roots.ImportFromPem(Encoding.UTF8.GetString(bytes));
            else roots.Add(X509CertificateLoader.LoadCertificate(bytes));
        }
        catch (CryptographicException error)
        {
            throw Invalid(file, error.Message, error);
        }
        return roots.Count > 0 ? roots : throw Invalid(file, "it contains no certificate.");
    }

    private static byte[] ReadBytes(string file)
    {
        try
        {
            using var stream = HeldFile.OpenRead(file);
            if (stream.Length > MaxLength) throw Invalid(file, "it is too large for a list of roots.");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw StoreErrors.FileNotFound.Error("caCertificate", file, inner: error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw StoreErrors.FileUnusable.Error("caCertificate", file, detail: error.Message.TrimEnd('.'), inner: error);
        }
    }

    private static EmailSettingsException Invalid(string file, string detail, Exception? inner = null) =>
        ServerTestErrors.RootsInvalid.Error("caCertificate", file, detail: detail, inner: inner);
}
