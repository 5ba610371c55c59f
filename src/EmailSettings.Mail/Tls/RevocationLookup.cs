using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Asks for the revocation state of servers' chains. The platform's chain engine fetches and judges, and holds a thread
/// meanwhile; so it is given few, and none for addresses that do not answer: a list's host that is silent must cost its servers
/// no more than their limit, and other servers nothing.
/// </summary>
internal static class RevocationLookup
{
    private const int MostThreads = 8;

    // More than a chain of public authorities names.
    private const int MostAddresses = 10;

    // Of its limit the engine uses all where nothing comes; timers are not exact.
    private const double NearlyAll = 0.9;

    private const X509ChainStatusFlags NotKnown = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(10);

    private static readonly BlockingThreads Threads = new(MostThreads);
    private static readonly SharedAnswers<bool> Reachable = new(Kept);
    private static readonly SharedAnswers<Verdict?> Verdicts = new(Kept);

    /// <summary>The revocation state of the whole chain but its root.</summary>
    /// <param name="server">The certificate, which the caller may dispose afterwards.</param>
    /// <param name="mailServer">Its address; null where it is not known.</param>
    /// <param name="facts">What the handshake found, with at least one revocation source.</param>
    /// <param name="options">The extra roots.</param>
    /// <param name="limit">Kept to, however many others ask.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="OperationCanceledException">The caller's token.</exception>
    public static async Task<RevocationAnswer> AskAsync(ServerCertificate server, IPAddress? mailServer, TlsFacts facts, TlsOptions options, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(limit);
        try
        {
            return OfKept(server, options, limit) ?? await AskAddressesAsync(server, mailServer, facts, options, limit, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RevocationAnswer(RevocationState.Unknown, RevocationSource.TimedOut);
        }
    }

    private static async Task<RevocationAnswer> AskAddressesAsync(ServerCertificate server, IPAddress? mailServer, TlsFacts facts, TlsOptions options, TimeSpan limit, CancellationToken stop)
    {
        if (await WhyNotAsync(facts.RevocationSources, mailServer, limit, stop).ConfigureAwait(false) is { } reason)
            return new RevocationAnswer(RevocationState.Unknown, reason);
        var chain = string.Join(' ', facts.Chain.Select(certificate => certificate.Thumbprint));
        var question = string.Join('\n', facts.RevocationSources);

        // The first to ask has the lists fetched, for the others to find them kept; an OCSP answer is for its own certificate
        // alone.
        var first = await Verdicts.GetAsync(question, limit, () => FetchFirstAsync(server, chain, options, limit)).WaitAsync(stop).ConfigureAwait(false);
        if (first is { InTime: false })
            return new RevocationAnswer(RevocationState.Unknown, RevocationSource.TimedOut);
        if (first?.Chain == chain)
            return new RevocationAnswer(first.State, RevocationSource.Asked);
        if (OfKept(server, options, limit) is { } kept)
            return kept with { Source = RevocationSource.Asked };
        var own = await FetchAsync(server, chain, options, limit, stop).WaitAsync(stop).ConfigureAwait(false);
        return new RevocationAnswer(own?.State ?? RevocationState.Unknown, own is null ? RevocationSource.TimedOut : RevocationSource.Asked);
    }

    // Elsewhere a service of the system fetches, which may reach what an HTTP client of this process does not.
    private static async Task<RevocationSource?> WhyNotAsync(IReadOnlyList<string> sources, IPAddress? mailServer, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var asked = HttpAddresses(sources).Select(address => Reachable.GetAsync(address.AbsoluteUri + OutsideHttp.Scope(mailServer), limit, () => AddressProbe.AnswersAsync(address, mailServer, limit))).ToList();
        await foreach (var answer in Task.WhenEach(asked).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (await answer.ConfigureAwait(false))
                return null;
        }

        return asked.Count > 0 ? RevocationSource.Unreachable : RevocationSource.NotAskable;
    }

    private static IEnumerable<Uri> HttpAddresses(IEnumerable<string> sources) => sources
        .Select(source => Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp ? address : null)
        .OfType<Uri>()
        .Take(MostAddresses);

    private static async Task<Verdict?> FetchFirstAsync(ServerCertificate server, string chain, TlsOptions options, TimeSpan limit)
    {
        using var stop = new CancellationTokenSource(limit);
        return await FetchAsync(server, chain, options, limit, stop.Token).ConfigureAwait(false);
    }

    // Null where no thread was free in time, which is not the addresses' fault.
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

    private static RevocationAnswer? OfKept(ServerCertificate server, TlsOptions options, TimeSpan limit) =>
        Judge(server, options, X509RevocationMode.Offline, limit) is { } state ? new RevocationAnswer(state, RevocationSource.Kept) : null;

    // Null where the state of one of the chain is not known and none is revoked.
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

                // Offline the engine reads lists that have ended too, and says both.
                if (flags.HasFlag(X509ChainStatusFlags.Revoked) && (mode == X509RevocationMode.Online || !notKnown))
                    return RevocationState.Revoked;
                unknown |= notKnown && CertificateReading.RevocationAddresses(element.Certificate).Any();
            }

            if (unknown)
                return null;
            return CertificateReading.RevocationAddresses(server.Leaf).Any() ? RevocationState.Good : RevocationState.NoneNamed;
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

    /// <summary>What the chain engine said of the chain that was the first to ask its addresses.</summary>
    private sealed record Verdict(string Chain, RevocationState State, bool InTime);
}
