using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// What only the network can tell of a certificate. The chain engine fetches synchronously, so it runs on the thread pool, and nobody waits
/// for it longer than the limit; it ends by its own limit then.
/// </summary>
internal static class OnlineLookup
{
    private const X509ChainStatusFlags NotKnown = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <summary>The revocation state of the whole chain but its root. Takes the certificate over and disposes it.</summary>
    /// <exception cref="OperationCanceledException">The caller's token.</exception>
    public static Task<RevocationState> RevocationAsync(ServerCertificate server, TlsOptions options, TimeSpan limit, CancellationToken cancellationToken) =>
        WithinAsync(() => Revocation(server, options, limit), RevocationState.Unknown, limit, cancellationToken);

    /// <summary>Whether fetching the missing issuer leads to a trusted root (true) or to an unknown one (false); null where it cannot be fetched. Takes the certificate over and disposes it.</summary>
    /// <exception cref="OperationCanceledException">The caller's token.</exception>
    public static Task<bool?> IssuerIsTrustedAsync(ServerCertificate server, TlsOptions options, TimeSpan limit, CancellationToken cancellationToken) =>
        WithinAsync(() => IssuerIsTrusted(server, options, limit), null, limit, cancellationToken);

    private static async Task<T> WithinAsync<T>(Func<T> look, T otherwise, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(look, CancellationToken.None).WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return otherwise;
        }
    }

    private static RevocationState Revocation(ServerCertificate server, TlsOptions options, TimeSpan limit)
    {
        using var owned = server;
        var chain = CertificateChain.Build(server, options.ExtraRoots, () => OnlinePolicy(limit, downloads: false));
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

    private static bool? IssuerIsTrusted(ServerCertificate server, TlsOptions options, TimeSpan limit)
    {
        using var owned = server;
        var chain = CertificateChain.Build(server, options.ExtraRoots, () => OnlinePolicy(limit, downloads: true));
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

    private static X509ChainPolicy OnlinePolicy(TimeSpan limit, bool downloads)
    {
        var policy = CertificateChain.OfflinePolicy();
        policy.DisableCertificateDownloads = !downloads;
        policy.RevocationMode = downloads ? X509RevocationMode.NoCheck : X509RevocationMode.Online;
        policy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
        policy.UrlRetrievalTimeout = limit;
        return policy;
    }
}
