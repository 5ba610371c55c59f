using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>Fetches the issuers that a server did not send, to find the root of its chain.</summary>
internal static class IssuerLookup
{
    // More than in the chain of any public CA.
    private const int MaxIssuers = 4;

    /// <summary>
    /// Whether the fetched issuers lead to a trusted root (true) or to an unknown one (false); null if they cannot be fetched.
    /// Takes ownership of the certificate.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<bool?> IsTrustedAsync(ServerCertificate server, IPAddress? mailServer, TlsOptions options, TimeSpan limit, Action<string> log, CancellationToken cancellationToken)
    {
        using var owned = server;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            var top = server.Leaf;
            for (var fetched = 0; fetched < MaxIssuers; fetched++)
            {
                if (await IssuerDownload.FetchAsync(top, mailServer, limit, log, stop.Token).ConfigureAwait(false) is not { } issuer)
                    return null;
                server.Intermediates.Add(issuer);
                if (EndOf(server, options) is { } end)
                {
                    log($"With it the chain ends in a root that is {(end ? "trusted" : "not trusted")}");
                    return end;
                }

                top = issuer;
            }

            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    // True for a trusted root, false for an untrusted one, null if the chain ends in no root.
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
}
