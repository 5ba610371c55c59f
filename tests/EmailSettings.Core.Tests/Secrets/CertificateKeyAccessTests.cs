using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class CertificateKeyAccessTests
{
    [Fact]
    public void Off_Windows_the_machines_store_has_no_keys_to_be_asked_about()
    {
        Skip.WithoutFileModes();
        using var certificate = new PasswordCertificate(TestCertificates.Make(), CertificateLocation.LocalMachine);
        var fault = Refusal.Of(SecretErrors.AccountCheckUnavailable, () => CertificateKeyAccess.Check(certificate, "root"));
        Assert.Equal("root", fault.Value);
    }
}
