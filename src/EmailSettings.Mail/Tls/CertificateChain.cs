using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Builds a server's chain: to the extra roots, else to the operating system's.</summary>
internal static class CertificateChain
{
    private const X509ChainStatusFlags NoTrust = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain;

    /// <summary>The purpose a server's certificate must have (RFC 5280 §4.2.1.12).</summary>
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>A policy that asks nothing of the network: what a server does not send is missing, wherever else it could be had.</summary>
    public static X509ChainPolicy OfflinePolicy()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.ApplicationPolicy.Add(ServerAuthentication);
        return policy;
    }

    /// <summary>The same policy, with the extra roots in place of the operating system's where there are any.</summary>
    public static X509ChainPolicy WithRoots(X509ChainPolicy policy, X509Certificate2Collection extraRoots)
    {
        if (extraRoots.Count == 0)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(extraRoots);
        return policy;
    }

    /// <summary>The chain to the extra roots, or to the operating system's where those do not lead to one; the caller releases it.</summary>
    public static X509Chain Build(ServerCertificate server, X509Certificate2Collection extraRoots, Func<X509ChainPolicy> policy)
    {
        var chain = Build(server, WithRoots(policy(), extraRoots));
        if (extraRoots.Count == 0 || IsTrusted(chain))
            return chain;
        Release(chain);
        return Build(server, policy());
    }

    /// <summary>The chain ends in a trusted root, whatever else may be wrong with it.</summary>
    public static bool IsTrusted(X509Chain chain) => (Flags(chain) & NoTrust) == 0;

    /// <summary>All that is wrong with the chain or with one of its certificates.</summary>
    public static X509ChainStatusFlags Flags(X509Chain chain)
    {
        var flags = X509ChainStatusFlags.NoError;
        foreach (var status in chain.ChainStatus)
            flags |= status.Status;
        foreach (var element in chain.ChainElements)
        {
            foreach (var status in element.ChainElementStatus)
                flags |= status.Status;
        }

        return flags;
    }

    /// <summary>Disposes a chain with its certificates.</summary>
    public static void Release(X509Chain chain)
    {
        foreach (var element in chain.ChainElements)
            element.Certificate.Dispose();
        chain.Dispose();
    }

    /// <summary>The chain under one policy; the caller releases it.</summary>
    public static X509Chain Build(ServerCertificate server, X509ChainPolicy policy)
    {
        policy.ExtraStore.AddRange(server.Intermediates);
        var chain = new X509Chain { ChainPolicy = policy };
        chain.Build(server.Leaf);
        return chain;
    }
}
