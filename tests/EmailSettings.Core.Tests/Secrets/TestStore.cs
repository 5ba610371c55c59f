using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>Real certificate stores under a name of their own, removed afterwards: the account's own are never touched.</summary>
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
        Stores.Add(CertificateLocation.CurrentUser, certificate);
        return certificate;
    }

    public void Remove(string thumbprint)
    {
        using var store = new X509Store(_name, StoreLocation.CurrentUser);
        store.Open(OpenFlags.ReadWrite);
        foreach (var certificate in store.Certificates.Where(each => thumbprint == "*" || each.Thumbprint == thumbprint)) store.Remove(certificate);
    }

    public void Dispose()
    {
        if (OperatingSystem.IsWindows()) Remove("*");
        else if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
