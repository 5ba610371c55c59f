using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace EmailSettings.MailKitComparison;

/// <summary>The test as written with MailKit.</summary>
internal sealed class MailKitTest(int port, X509Certificate2Collection extraRoots)
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    public async Task RunAsync()
    {
        using var client = new SmtpClient
        {
            CheckCertificateRevocation = false,
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            LocalDomain = OurTest.ClientName,
        };
        if (extraRoots.Count > 0) client.ServerCertificateValidationCallback = Accept;
        await client.ConnectAsync(OurTest.Host, port, SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(new SaslMechanismPlain(OurTest.User, OurTest.Password));
        await client.DisconnectAsync(quit: true);
    }

    /// <summary>
    /// Trusts an extra root: MailKit does not accept a chain policy, and uses the system's roots before the callback.
    /// </summary>
    private bool Accept(object sender, X509Certificate? certificate, X509Chain? built, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None) return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is not X509Certificate2 leaf || built is null) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(extraRoots);
        chain.ChainPolicy.ExtraStore.AddRange(built.ChainPolicy.ExtraStore);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        return chain.Build(leaf);
    }
}
