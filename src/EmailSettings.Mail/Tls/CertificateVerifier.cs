using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Verifies a server's certificate from what the server sent, without the network.</summary>
public static class CertificateVerifier
{
    private const X509ChainStatusFlags Usage = X509ChainStatusFlags.NotValidForUsage | X509ChainStatusFlags.CtlNotValidForUsage;

    private const X509ChainStatusFlags Explained = Usage | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain
        | X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <summary>
    /// The policy for the chain that a handshake builds. If that chain does not end in a trusted root,
    /// <see cref="Verify(X509Certificate2, X509Chain, string, TlsOptions)"/> builds others.
    /// </summary>
    /// <param name="options">The extra roots.</param>
    public static X509ChainPolicy HandshakePolicy(TlsOptions options) => CertificateChain.Trusting(options.ExtraRoots, CertificateChain.OfflinePolicy).First();

    /// <summary>Verifies the certificate of a handshake and returns its facts with every problem found.</summary>
    /// <param name="leaf">The server's own certificate; owned by the handshake.</param>
    /// <param name="built">The chain the handshake built under <see cref="HandshakePolicy"/>.</param>
    /// <param name="host">The name the certificate must match.</param>
    /// <param name="options">The extra roots.</param>
    public static TlsFacts Verify(X509Certificate2 leaf, X509Chain built, string host, TlsOptions options)
    {
        using var server = new ServerCertificate(leaf, built.ChainPolicy.ExtraStore);
        return Verify(server, built, host, options);
    }

    /// <summary>As the public overload, for certificates already copied from the handshake.</summary>
    internal static TlsFacts Verify(ServerCertificate server, X509Chain built, string host, TlsOptions options)
    {
        var others = CertificateChain.Trusting(options.ExtraRoots, CertificateChain.OfflinePolicy).Skip(1);
        if (CertificateChain.IsTrusted(built) || CertificateChain.TryBuild(server, others) is not { } chain)
            return Judge(server, built, host, options);
        try
        {
            return Judge(server, chain, host, options);
        }
        finally
        {
            CertificateChain.Release(chain);
        }
    }

    private static TlsFacts Judge(ServerCertificate server, X509Chain chain, string host, TlsOptions options)
    {
        var problems = new SortedSet<CertificateProblem>();
        if (!HostNameMatch.Names(server.Leaf, host))
            problems.Add(CertificateProblem.NameMismatch);
        AddTimeProblems(chain, problems);
        AddTrustProblems(chain, server, options, problems);
        var flags = CertificateChain.Flags(chain);
        if ((flags & Usage) != 0)
            problems.Add(CertificateProblem.WrongUsage);
        if ((flags & ~Explained) != 0)
            problems.Add(CertificateProblem.Invalid);
        return Facts(chain, server, host) with { Problems = (CertificateProblem[])[.. problems] };
    }

    private static void AddTimeProblems(X509Chain chain, SortedSet<CertificateProblem> problems)
    {
        // Local times compare wrongly in the repeated hour when clocks go back.
        var now = DateTime.UtcNow;
        foreach (var element in chain.ChainElements)
        {
            if (element.Certificate.NotAfter.ToUniversalTime() < now)
                problems.Add(CertificateProblem.Expired);
            if (element.Certificate.NotBefore.ToUniversalTime() > now)
                problems.Add(CertificateProblem.NotYetValid);
        }
    }

    private static void AddTrustProblems(X509Chain chain, ServerCertificate server, TlsOptions options, SortedSet<CertificateProblem> problems)
    {
        if (CertificateChain.IsTrusted(chain))
            return;
        var top = chain.ChainElements.Count > 0 ? chain.ChainElements[^1].Certificate : server.Leaf;
        if (IsSelfIssued(server.Leaf))
            problems.Add(CertificateProblem.SelfSigned);
        else if (IsSelfIssued(top))
            problems.Add(CertificateProblem.UnknownRoot);
        else
            problems.Add(LooksIncomplete(top, server, options) ? CertificateProblem.IncompleteChain : CertificateProblem.UnknownRoot);
    }

    /// <summary>
    /// The issuer of the chain's last certificate was not sent, which is correct for a root and wrong for an intermediate. The
    /// issuer is an unknown root if one of the extra roots has its name with another key, as after a CA was recreated; otherwise
    /// the authority key identifier may name the issuer's issuer. Failing that, an intermediate is more likely if extra roots
    /// were given for this server, or if the certificate has an issuer URL, as those of public CAs do, none of which issues from
    /// a root.
    /// </summary>
    private static bool LooksIncomplete(X509Certificate2 end, ServerCertificate server, TlsOptions options)
    {
        if (options.ExtraRoots.Any(root => IsSelfIssued(root) && AreSame(root.SubjectName, end.IssuerName)))
            return false;
        if (CertificateReader.IssuerOfIssuer(end) is { } above)
            return !AreSame(above, end.IssuerName);
        return server.Intermediates.Count == 0 && (options.ExtraRoots.Count > 0 || CertificateReader.IssuerAddresses(server.Leaf).Any());
    }

    private static TlsFacts Facts(X509Chain chain, ServerCertificate server, string host)
    {
        CertificateFacts[] certificates = [.. chain.ChainElements.Select(element => CertificateReader.Facts(element.Certificate))];
        return new TlsFacts
        {
            ExpectedName = host,
            Chain = certificates.Length > 0 ? certificates : (CertificateFacts[])[CertificateReader.Facts(server.Leaf)],
            IntermediatesSent = server.Intermediates.Count,
            RevocationSources = OfferedText.Of(chain.ChainElements.SelectMany(element => CertificateReader.RevocationAddresses(element.Certificate)).Distinct()),
        };
    }

    private static bool IsSelfIssued(X509Certificate2 certificate) =>
        AreSame(certificate.SubjectName, certificate.IssuerName);

    private static bool AreSame(X500DistinguishedName one, X500DistinguishedName other) => one.RawData.AsSpan().SequenceEqual(other.RawData);
}
