using EmailSettings.Core.Errors;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class CertificateKeyAccessTests
{
    [UnixFact]
    public void Off_Windows_another_account_cannot_be_asked_about()
    {
        using var certificate = TestCertificates.Open();
        var fault = Refusal.Of(SecretErrors.AccountCheckUnavailable, () => CertificateKeyAccess.Check(certificate, "service"));
        Assert.Equal("service", fault.Value);
    }
}
