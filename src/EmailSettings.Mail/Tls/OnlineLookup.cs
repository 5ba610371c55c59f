using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>What only the network can tell of a certificate.</summary>
internal static class OnlineLookup
{
    private const X509ChainStatusFlags NotKnown = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    // More than any public authority's chain has.
    private const int MostIssuers = 4;

    /// <summary>The revocation state of the whole chain but its root. Takes the certificate over and disposes it.</summary>
    /// <exception cref="OperationCanceledException">The caller's token.</exception>
    public static async Task<RevocationState> RevocationAsync(ServerCertificate server, TlsOptions options, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            // The chain engine fetches synchronously and ends by its own limit, so nobody waits for it longer than that.
            return await Task.Run(() => Revocation(server, options, limit), CancellationToken.None).WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return RevocationState.Unknown;
        }
    }

    /// <summary>Whether fetching the missing issuers leads to a trusted root (true) or to an unknown one (false); null where they cannot be fetched. Takes the certificate over and disposes it.</summary>
    /// <exception cref="OperationCanceledException">The caller's token.</exception>
    public static async Task<bool?> IssuerIsTrustedAsync(ServerCertificate server, TlsOptions options, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var owned = server;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            var top = server.Leaf;
            for (var fetched = 0; fetched < MostIssuers; fetched++)
            {
                if (await IssuerDownload.FetchAsync(top, stop.Token).ConfigureAwait(false) is not { } issuer)
                    return null;
                server.Intermediates.Add(issuer);
                if (EndOf(server, options) is { } end)
                    return end;
                top = issuer;
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // Whether the chain ends in a trusted root; null where it ends in none.
    private static bool? EndOf(ServerCertificate server, TlsOptions options)
    {
        var chain = CertificateChain.Build(server, CertificateChain.Trusting(options.ExtraRoots, CertificateChain.OfflinePolicy));
        try
        {
            if (CertificateChain.IsTrusted(chain))
                return true;
            return CertificateChain.Flags(chain).HasFlag(X509ChainStatusFlags.PartialChain) ? null : false;
        }
        finally
        {
            CertificateChain.Release(chain);
        }
    }

    private static RevocationState Revocation(ServerCertificate server, TlsOptions options, TimeSpan limit)
    {
        using var owned = server;
        var chain = CertificateChain.Build(server, CertificateChain.Trusting(options.ExtraRoots, () => RevocationPolicy(limit)));
        try
        {
            var unknown = false;
            foreach (var element in chain.ChainElements)
            {
                var flags = element.ChainElementStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
                if (flags.HasFlag(X509ChainStatusFlags.Revoked))
                    return RevocationState.Revoked;
                unknown |= (flags & NotKnown) != 0 && CertificateReading.RevocationAddresses(element.Certificate).Any();
            }

            if (unknown)
                return RevocationState.Unknown;
            return CertificateReading.RevocationAddresses(server.Leaf).Any() ? RevocationState.Good : RevocationState.NoneNamed;
        }
        finally
        {
            CertificateChain.Release(chain);
        }
    }

    private static X509ChainPolicy RevocationPolicy(TimeSpan limit)
    {
        var policy = CertificateChain.OfflinePolicy();
        policy.RevocationMode = X509RevocationMode.Online;
        policy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
        policy.UrlRetrievalTimeout = limit;
        return policy;
    }
}
