using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Builds a server's chain to the extra roots, or else to the operating system's.</summary>
internal static class CertificateChain
{
    // NotSignatureValid, because another root may have the same name and a different key.
    private const X509ChainStatusFlags NoTrust = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;

    // How long a handshake waits for Windows to fetch a root.
    private static readonly TimeSpan RootUpdate = TimeSpan.FromSeconds(10);

    /// <summary>The extended key usage a server certificate needs (RFC 5280 §4.2.1.12).</summary>
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    /// <summary>A policy that never uses the network: a certificate the server does not send counts as missing.</summary>
    public static X509ChainPolicy OfflinePolicy()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.ApplicationPolicy.Add(ServerAuthentication);
        return policy;
    }

    /// <summary>
    /// The policies under which a chain may end in a trusted root, in the order to try: to the extra roots if there are any, to
    /// the system's, to the system roots whose loading was deferred, and to the roots that Windows trusts but has not fetched
    /// yet.
    /// </summary>
    public static IEnumerable<X509ChainPolicy> Trusting(X509Certificate2Collection extraRoots, Func<X509ChainPolicy> policy)
    {
        if (extraRoots.Count > 0)
            yield return Ending(policy(), extraRoots);
        yield return policy();
        if (SystemRoots.WithDeferred() is { } all)
            yield return Ending(policy(), all);
        if (OperatingSystem.IsWindows())
            yield return Updating(policy());
    }

    /// <summary>
    /// Builds the first chain that ends in a trusted root, or if none does, the last one built only from what the server sent.
    /// The caller releases it.
    /// </summary>
    /// <param name="server">What the server sent.</param>
    /// <param name="policies">At least one that does not fetch.</param>
    public static X509Chain Build(ServerCertificate server, IEnumerable<X509ChainPolicy> policies) =>
        TryBuild(server, policies) ?? throw new ArgumentException("No policy that fetches nothing.", nameof(policies));

    /// <summary>
    /// As <see cref="Build"/>, but null if every policy fetches and no chain of sent certificates ends in a trusted root.
    /// </summary>
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

    /// <summary>Whether the chain ends in a trusted root, whatever else is wrong with it.</summary>
    public static bool IsTrusted(X509Chain chain) => (Flags(chain) & NoTrust) == 0;

    /// <summary>Every error of the chain and of its certificates.</summary>
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

    /// <summary>Disposes a chain and its certificates.</summary>
    public static void Release(X509Chain chain)
    {
        foreach (var element in chain.ChainElements)
            element.Certificate.Dispose();
        chain.Dispose();
    }

    /// <summary>Whether the server sent the whole chain except the root, so that no issuer was fetched.</summary>
    internal static bool IsAsSent(X509Chain chain, ServerCertificate server) => chain.ChainElements.Skip(1)
        .Select(element => element.Certificate)
        .All(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)
            || server.Intermediates.Any(sent => sent.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span)));

    /// <summary>
    /// A fresh Windows installation holds few of the roots it trusts and fetches the others when a chain first needs them. The
    /// setting that stops a chain from fetching intermediates stops this too, so both are allowed here, and a chain with anything
    /// fetched but its root is skipped.
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
