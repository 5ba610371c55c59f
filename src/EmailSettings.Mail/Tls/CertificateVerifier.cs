using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Judges a server's certificate by what the server sent, without the network.</summary>
public static class CertificateVerifier
{
    private const X509ChainStatusFlags Usage = X509ChainStatusFlags.NotValidForUsage | X509ChainStatusFlags.CtlNotValidForUsage;

    private const X509ChainStatusFlags Explained = Usage | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain
        | X509ChainStatusFlags.NotTimeValid | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <summary>
    /// The policy for the chain that a handshake builds; <see cref="Verify(X509Certificate2, X509Chain, string, TlsOptions)"/>
    /// builds others where that one does not end in a trusted root.
    /// </summary>
    /// <param name="options">The extra roots.</param>
    public static X509ChainPolicy HandshakePolicy(TlsOptions options) => CertificateChain.Trusting(options.ExtraRoots, CertificateChain.OfflinePolicy).First();

    /// <summary>The facts of a certificate that a handshake shows, with everything that is wrong with it.</summary>
    /// <param name="leaf">The server's own certificate; stays the handshake's.</param>
    /// <param name="built">The chain that the handshake has built under <see cref="HandshakePolicy"/>.</param>
    /// <param name="host">The name that the certificate must match.</param>
    /// <param name="options">The extra roots.</param>
    public static TlsFacts Verify(X509Certificate2 leaf, X509Chain built, string host, TlsOptions options)
    {
        using var server = new ServerCertificate(leaf, built.ChainPolicy.ExtraStore);
        return Verify(server, built, host, options);
    }

    /// <summary>The same, of what the server sent.</summary>
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
        // Local times compare wrongly in the hour that comes twice when clocks go back.
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
    /// The issuer of the chain's end was not sent. That is right for a root and wrong for an intermediate. It is a root, and an
    /// unknown one, where a given root bears its name with another key, as after an authority was made anew; else the certificate
    /// may name the issuer's issuer. Where it does not, an intermediate is likelier where roots were given for this very server,
    /// and where an address for the issuer is named, as public authorities do, none of which issues from a root.
    /// </summary>
    private static bool LooksIncomplete(X509Certificate2 end, ServerCertificate server, TlsOptions options)
    {
        if (options.ExtraRoots.Any(root => IsSelfIssued(root) && AreSame(root.SubjectName, end.IssuerName)))
            return false;
        if (CertificateReading.IssuerOfIssuer(end) is { } above)
            return !AreSame(above, end.IssuerName);
        return server.Intermediates.Count == 0 && (options.ExtraRoots.Count > 0 || CertificateReading.IssuerAddresses(server.Leaf).Any());
    }

    private static TlsFacts Facts(X509Chain chain, ServerCertificate server, string host)
    {
        CertificateFacts[] certificates = [.. chain.ChainElements.Select(element => CertificateReading.Facts(element.Certificate))];
        return new TlsFacts
        {
            ExpectedName = host,
            Chain = certificates.Length > 0 ? certificates : (CertificateFacts[])[CertificateReading.Facts(server.Leaf)],
            IntermediatesSent = server.Intermediates.Count,
            RevocationSources = OfferedText.Of(chain.ChainElements.SelectMany(element => CertificateReading.RevocationAddresses(element.Certificate)).Distinct()),
        };
    }

    private static bool IsSelfIssued(X509Certificate2 certificate) =>
        AreSame(certificate.SubjectName, certificate.IssuerName);

    private static bool AreSame(X500DistinguishedName one, X500DistinguishedName other) => one.RawData.AsSpan().SequenceEqual(other.RawData);
}
