using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;

namespace EmailSettings.Benchmarks.Secrets;

/// <summary>A real certificate store with a unique name and some certificates, removed afterwards.</summary>
internal sealed class TemporaryStore : IDisposable
{
    private readonly string _name = $"emailsettings-benchmark-{Guid.NewGuid():N}";

    public TemporaryStore(int certificates, RSA key)
    {
        Stores = new CertificateStores(_name);
        for (var number = 0; number < certificates; number++)
        {
            using var certificate = SecretsPart.Make($"CN=number {number}", key);
            Stores.Add(CertificateLocation.CurrentUser, certificate);
            Reference = new CertificateReference(certificate.Thumbprint, certificate.Subject, CertificateLocation.CurrentUser);
        }
    }

    public CertificateStores Stores { get; }

    /// <summary>The certificate added last.</summary>
    public CertificateReference Reference { get; } = null!;

    /// <summary>The same certificate with .NET's own API.</summary>
    public X509Certificate2 FindBare()
    {
        using var store = new X509Store(_name, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadOnly);
        return store.Certificates.Find(X509FindType.FindByThumbprint, Reference.Thumbprint, validOnly: false)[0];
    }

    public void Dispose()
    {
        using (var store = new X509Store(_name, StoreLocation.CurrentUser))
        {
            store.Open(OpenFlags.ReadWrite);
            foreach (var certificate in store.Certificates) store.Remove(certificate);
        }
        // Except on Windows, the store is a folder, which remains when it is empty.
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "corefx", "cryptography", "x509stores", _name);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
