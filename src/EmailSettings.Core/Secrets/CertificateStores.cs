using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Errors;

namespace EmailSettings.Core.Secrets;

/// <summary>The certificate stores of this system: <c>CurrentUser\My</c> and <c>LocalMachine\My</c>.</summary>
public sealed class CertificateStores
{
    private readonly string _storeName;

    /// <summary>The stores named <c>My</c>.</summary>
    public CertificateStores() : this("My")
    {
    }

    /// <summary>Stores of another name, so that tests leave the account's own alone.</summary>
    internal CertificateStores(string storeName) => _storeName = storeName;

    /// <summary>The certificates of one store, every one, whatever its dates; empty where there is no such store. The caller disposes them.</summary>
    internal X509Certificate2Collection Read(StoreLocation location)
    {
        using var store = new X509Store(_storeName, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (CryptographicException)
        {
            return [];
        }
        return store.Certificates;
    }

    /// <summary>Adds a certificate whose private key is already persisted.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.CertificateStoreDenied"/>.</exception>
    internal void Add(StoreLocation location, X509Certificate2 certificate)
    {
        try
        {
            using var store = new X509Store(_storeName, location);
            store.Open(OpenFlags.ReadWrite);
            store.Add(certificate);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            throw SecretErrors.CertificateStoreDenied.Error("certificate", $@"{location}\{_storeName}", detail: error.Message, inner: error);
        }
    }
}
