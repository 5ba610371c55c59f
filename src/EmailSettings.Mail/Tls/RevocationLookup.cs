using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Checks the revocation state of servers' chains. The platform's chain engine fetches and judges but blocks a thread meanwhile,
/// so it gets only a few, and none for addresses that do not answer. An unresponsive CRL host costs its servers no more than
/// their limit and other servers nothing.
/// </summary>
internal static class RevocationLookup
{
    private const int MaxThreads = 8;

    // More than in the chain of any public CA.
    private const int MaxAddresses = 10;

    // Without an answer the engine uses its whole limit; timers are inexact.
    private const double NearlyAll = 0.9;

    private const X509ChainStatusFlags NotKnown = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    private static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(10);

    private static readonly BlockingThreads Threads = new(MaxThreads);
    private static readonly SharedAnswers<bool> Reachable = new(CacheTime);
    private static readonly SharedAnswers<Verdict?> Verdicts = new(CacheTime);

    /// <summary>Gets the revocation state of the whole chain except its root.</summary>
    /// <param name="server">The certificate; the caller may dispose it afterwards.</param>
    /// <param name="mailServer">The server's address; null if unknown.</param>
    /// <param name="facts">The result of the handshake, with at least one revocation source.</param>
    /// <param name="options">The extra roots.</param>
    /// <param name="limit">The time limit, which holds however many callers wait.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<RevocationAnswer> CheckAsync(ServerCertificate server, IPAddress? mailServer, TlsFacts facts, TlsOptions options, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            return FromCache(server, options, limit) ?? await CheckOnlineAsync(server, mailServer, facts, options, limit, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RevocationAnswer(RevocationState.Unknown, RevocationSource.TimedOut);
        }
    }

    private static async Task<RevocationAnswer> CheckOnlineAsync(ServerCertificate server, IPAddress? mailServer, TlsFacts facts, TlsOptions options, TimeSpan limit, CancellationToken stop)
    {
        if (await FindObstacleAsync(facts.RevocationSources, mailServer, limit, stop).ConfigureAwait(false) is { } reason)
            return new RevocationAnswer(RevocationState.Unknown, reason);
        var chain = string.Join(' ', facts.Chain.Select(certificate => certificate.Thumbprint));
        var question = string.Join('\n', facts.RevocationSources);

        // The first caller has the CRLs fetched and the others find them cached; an OCSP answer covers only one certificate.
        var first = await Verdicts.GetAsync(question, limit, () => FetchFirstAsync(server, chain, options, limit)).WaitAsync(stop).ConfigureAwait(false);
        if (first is { InTime: false })
            return new RevocationAnswer(RevocationState.Unknown, RevocationSource.TimedOut);
        if (first?.Chain == chain)
            return new RevocationAnswer(first.State, RevocationSource.Online);
        if (FromCache(server, options, limit) is { } cached)
            return cached with { Source = RevocationSource.Online };
        var own = await FetchAsync(server, chain, options, limit, stop).WaitAsync(stop).ConfigureAwait(false);
        return new RevocationAnswer(own?.State ?? RevocationState.Unknown, own is null ? RevocationSource.TimedOut : RevocationSource.Online);
    }

    // On other systems a system service fetches, which may reach more than this process's HTTP client does.
    private static async Task<RevocationSource?> FindObstacleAsync(IReadOnlyList<string> sources, IPAddress? mailServer, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var asked = HttpAddresses(sources).Select(address => Reachable.GetAsync(address.AbsoluteUri + RestrictedHttp.Scope(mailServer), limit, () => AddressProbe.AnswersAsync(address, mailServer, limit))).ToList();
        await foreach (var answer in Task.WhenEach(asked).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (await answer.ConfigureAwait(false))
                return null;
        }

        return asked.Count > 0 ? RevocationSource.Unreachable : RevocationSource.NoHttpAddress;
    }

    private static IEnumerable<Uri> HttpAddresses(IEnumerable<string> sources) => sources
        .Select(source => Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp ? address : null)
        .OfType<Uri>()
        .Take(MaxAddresses);

    private static async Task<Verdict?> FetchFirstAsync(ServerCertificate server, string chain, TlsOptions options, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        return await FetchAsync(server, chain, options, limit, stop.Token).ConfigureAwait(false);
    }

    // Null if no thread was free in time, which says nothing about the addresses.
    private static async Task<Verdict?> FetchAsync(ServerCertificate server, string chain, TlsOptions options, TimeSpan limit, CancellationToken waiting)
    {
        using var own = server.Copy();
        try
        {
            return await Threads.RunAsync(() =>
            {
                var start = Stopwatch.GetTimestamp();
                var state = Judge(own, options, X509RevocationMode.Online, limit);
                return new Verdict(chain, state ?? RevocationState.Unknown, state is not null || Stopwatch.GetElapsedTime(start) < NearlyAll * limit);
            }, waiting).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static RevocationAnswer? FromCache(ServerCertificate server, TlsOptions options, TimeSpan limit) =>
        Judge(server, options, X509RevocationMode.Offline, limit) is { } state ? new RevocationAnswer(state, RevocationSource.Cache) : null;

    // Null if the state of a certificate in the chain is unknown and none is revoked.
    private static RevocationState? Judge(ServerCertificate server, TlsOptions options, X509RevocationMode mode, TimeSpan limit)
    {
        var chain = CertificateChain.Build(server, CertificateChain.Trusting(options.ExtraRoots, () => Policy(mode, limit)));
        try
        {
            var unknown = false;
            foreach (var element in chain.ChainElements)
            {
                var flags = element.ChainElementStatus.Aggregate(X509ChainStatusFlags.NoError, (all, status) => all | status.Status);
                var notKnown = (flags & NotKnown) != 0;

                // Offline, the engine also uses expired CRLs, and then reports both flags.
                if (flags.HasFlag(X509ChainStatusFlags.Revoked) && (mode == X509RevocationMode.Online || !notKnown))
                    return RevocationState.Revoked;
                unknown |= notKnown && CertificateReader.RevocationAddresses(element.Certificate).Any();
            }

            if (unknown)
                return null;
            return CertificateReader.RevocationAddresses(server.Leaf).Any() ? RevocationState.Good : RevocationState.NoneNamed;
        }
        finally
        {
            CertificateChain.Release(chain);
        }
    }

    private static X509ChainPolicy Policy(X509RevocationMode mode, TimeSpan limit)
    {
        var policy = CertificateChain.OfflinePolicy();
        policy.RevocationMode = mode;
        policy.RevocationFlag = X509RevocationFlag.ExcludeRoot;
        policy.UrlRetrievalTimeout = limit;
        return policy;
    }

    /// <summary>The chain engine's verdict on the first chain that needed these addresses.</summary>
    private sealed record Verdict(string Chain, RevocationState State, bool InTime);
}
