using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>Real certificate stores with unique names, removed afterwards: the account's own are never touched.</summary>
internal sealed class TestStore : IDisposable
{
    private readonly string _name = $"emailsettings-test-{Guid.NewGuid():N}";

    public TestStore()
    {
        Stores = new CertificateStores(_name);
        Finder = new CertificateFinder(Stores);
    }

    public CertificateStores Stores { get; }

    public CertificateFinder Finder { get; }

    public string Folder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".dotnet", "corefx", "cryptography", "x509stores", _name);

    public X509Certificate2 Add(X509Certificate2 certificate)
    {
        using var persisted = TestCertificates.Persist(certificate);
        Stores.Add(CertificateLocation.CurrentUser, persisted);
        return certificate;
    }

    public void Remove(string thumbprint) => Remove(StoreLocation.CurrentUser, certificate => certificate.Thumbprint == thumbprint);

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            Remove(StoreLocation.CurrentUser, _ => true);
            if (Stores.Read(CertificateLocation.LocalMachine).Count > 0) Remove(StoreLocation.LocalMachine, _ => true);
        }
        else if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private void Remove(StoreLocation location, Predicate<X509Certificate2> which)
    {
        using var store = new X509Store(_name, location);
        store.Open(OpenFlags.ReadWrite);
        foreach (var certificate in store.Certificates.Where(certificate => which(certificate)))
        {
            store.Remove(certificate);
            // Windows keeps the key when its certificate is removed.
            if (OperatingSystem.IsWindows() && certificate.GetRSAPrivateKey() is RSACng { Key: var key }) key.Delete();
        }
    }
}
