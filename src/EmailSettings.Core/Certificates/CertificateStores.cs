using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>The certificate stores of this system: <c>CurrentUser\My</c> and <c>LocalMachine\My</c>.</summary>
public sealed class CertificateStores
{
    private readonly string _storeName;

    /// <summary>The stores named <c>My</c>.</summary>
    public CertificateStores() : this("My")
    {
    }

    /// <summary>Uses another store name, so that tests leave the account's own stores alone.</summary>
    internal CertificateStores(string storeName) => _storeName = storeName;

    /// <summary>The locations to search, in this order; outside Windows <c>LocalMachine\My</c> does not exist.</summary>
    internal IReadOnlyList<CertificateLocation> Locations { get; } =
        OperatingSystem.IsWindows() ? [CertificateLocation.CurrentUser, CertificateLocation.LocalMachine] : [CertificateLocation.CurrentUser];

    /// <summary>Lists all certificates in the stores, including expired ones.</summary>
    public IReadOnlyList<PasswordCertificateInfo> List()
    {
        var list = new List<PasswordCertificateInfo>();
        foreach (var location in Locations)
        {
            foreach (var certificate in Read(location))
            {
                list.Add(PasswordCertificateInfo.Of(certificate, location));
                certificate.Dispose();
            }
        }
        return list;
    }

    /// <summary>
    /// Reads the certificates of one store; empty if it does not exist or cannot be read. The caller disposes them.
    /// </summary>
    internal X509Certificate2Collection Read(CertificateLocation location)
    {
        using var store = new X509Store(_storeName, location.Store!.Value);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            return store.Certificates;
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>Adds a certificate with a persisted private key; if the store refuses it, the key is removed too.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.CertificateStoreDenied"/>.</exception>
    internal void Add(CertificateLocation location, X509Certificate2 certificate)
    {
        try
        {
            using var store = new X509Store(_storeName, location.Store!.Value);
            store.Open(OpenFlags.ReadWrite);
            store.Add(certificate);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            if (OperatingSystem.IsWindows()) RemoveKey(certificate);
            throw SecretErrors.CertificateStoreDenied.Error("certificate", location, detail: error.Message, inner: error);
        }
    }

    // Outside Windows a persisted key is in the certificate's file.
    [SupportedOSPlatform("windows")]
    private static void RemoveKey(X509Certificate2 certificate)
    {
        try
        {
            using var key = certificate.GetRSAPrivateKey();
            if (key is RSACng cng) cng.Key.Delete();
        }
        catch (CryptographicException)
        {
            // Report the store's error instead.
        }
    }
}
