using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Builds a server's chain: to the operating system's roots, else to the extra ones.</summary>
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

    /// <summary>The chain to the operating system's roots, or to the extra ones where only that leads to a root; the caller disposes it.</summary>
    public static X509Chain Build(ServerCertificate server, X509Certificate2Collection extraRoots, Func<X509ChainPolicy> policy)
    {
        var system = Build(server, policy());
        if (extraRoots.Count == 0 || IsTrusted(system))
            return system;
        var own = policy();
        own.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.CustomTrustStore.AddRange(extraRoots);
        var extra = Build(server, own);
        var better = IsTrusted(extra) ? extra : system;
        Release(better == extra ? system : extra);
        return better;
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

    private static X509Chain Build(ServerCertificate server, X509ChainPolicy policy)
    {
        policy.ExtraStore.AddRange(server.Intermediates);
        var chain = new X509Chain { ChainPolicy = policy };
        chain.Build(server.Leaf);
        return chain;
    }
}
