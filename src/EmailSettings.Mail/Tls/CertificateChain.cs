using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Builds a server's chain: to the extra roots, else to the operating system's.</summary>
internal static class CertificateChain
{
    // A signature that is not its issuer's: another root may bear the same name.
    private const X509ChainStatusFlags NoTrust = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;

    // How long a handshake waits for Windows to fetch a root.
    private static readonly TimeSpan RootUpdate = TimeSpan.FromSeconds(10);

    /// <summary>The purpose a server's certificate must have (RFC 5280 §4.2.1.12).</summary>
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>
    /// A policy that asks nothing of the network: what a server does not send is missing, wherever else it could be had.
    /// </summary>
    public static X509ChainPolicy OfflinePolicy()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.ApplicationPolicy.Add(ServerAuthentication);
        return policy;
    }

    /// <summary>
    /// The policies under which a chain may end in a trusted root, the one to be tried first at the head: to the extra roots
    /// where there are any, to the system's, to those of the system that were left for later, and to those that Windows trusts
    /// and has not fetched yet.
    /// </summary>
    public static IEnumerable<X509ChainPolicy> Trusting(X509Certificate2Collection extraRoots, Func<X509ChainPolicy> policy)
    {
        if (extraRoots.Count > 0)
            yield return Ending(policy(), extraRoots);
        yield return policy();
        if (SystemRoots.WithThoseLeft() is { } all)
            yield return Ending(policy(), all);
        if (OperatingSystem.IsWindows())
            yield return Updating(policy());
    }

    /// <summary>
    /// The first chain that ends in a trusted root, or the last one of what the server sent where none does; the caller releases
    /// it.
    /// </summary>
    /// <param name="server">What the server sent.</param>
    /// <param name="policies">At least one that fetches nothing.</param>
    public static X509Chain Build(ServerCertificate server, IEnumerable<X509ChainPolicy> policies) =>
        TryBuild(server, policies) ?? throw new ArgumentException("No policy that fetches nothing.", nameof(policies));

    /// <summary>The same; null where each policy fetches, and no chain of what the server sent ends in a trusted root.</summary>
    public static X509Chain? TryBuild(ServerCertificate server, IEnumerable<X509ChainPolicy> policies)
    {
        X509Chain? chain = null;
        foreach (var policy in policies)
        {
            policy.ExtraStore.AddRange(server.Intermediates);
            var next = new X509Chain { ChainPolicy = policy };
            next.Build(server.Leaf);
            if (!policy.DisableCertificateDownloads && !(IsTrusted(next) && IsAsSent(next, server)))
            {
                Release(next);
                continue;
            }

            if (chain is not null)
                Release(chain);
            chain = next;
            if (IsTrusted(chain))
                break;
        }

        return chain;
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

    /// <summary>
    /// Of the chain, the server sent all but the root; nothing was fetched from where a certificate names its issuer.
    /// </summary>
    internal static bool IsAsSent(X509Chain chain, ServerCertificate server) => chain.ChainElements.Skip(1)
        .Select(element => element.Certificate)
        .All(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
            || server.Intermediates.Any(sent => sent.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)));

    /// <summary>
    /// A fresh Windows holds few of the roots that it trusts, and fetches the others when a chain first needs them. What keeps a
    /// chain from fetching intermediates keeps it from that as well, so here both are allowed, and a chain with anything fetched
    /// but its root is passed over.
    /// </summary>
    private static X509ChainPolicy Updating(X509ChainPolicy policy)
    {
        policy.DisableCertificateDownloads = false;
        if (policy.UrlRetrievalTimeout == TimeSpan.Zero)
            policy.UrlRetrievalTimeout = RootUpdate;
        return policy;
    }

    private static X509ChainPolicy Ending(X509ChainPolicy policy, X509Certificate2Collection roots)
    {
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }
}
