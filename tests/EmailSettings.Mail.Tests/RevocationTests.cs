using System.Security.Cryptography.X509Certificates;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Smtp;
using EmailSettings.Testing.Certificates;
using EmailSettings.Testing.Servers;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

/// <summary>Concurrent revocation checks of many servers. Not in parallel with other tests, which they would delay.</summary>
[Collection(NotParallel.Name)]
public sealed class RevocationTests : IClassFixture<TestAuthority>
{
    private const int Servers = 60;

    // The number of threads for the chain engine.
    private const int MaxLookups = 8;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly TestAuthority _authority;

    public RevocationTests(TestAuthority authority) => _authority = authority;

    [Fact]
    public async Task An_unresponsive_CRL_server_is_contacted_once_for_all_its_servers()
    {
        await using var host = new CountingCrlServer(answersHead: false);
        var results = await SecureAllAsync(_ => host.Address("all"));
        AssertUnknown(results);
        Assert.Equal(1, host.MaxConcurrent);
    }

    [Fact]
    public async Task Unresponsive_CRL_servers_block_no_thread()
    {
        await using var host = new CountingCrlServer(answersHead: false);
        await using var good = new HttpFile();
        var other = _authority.Issue(crlAddress: good.Address);
        good.Content = _authority.RevocationList();
        var all = SecureAllAsync(number => host.Address($"{number}"));
        var beside = await SecureAsync(other, TimeSpan.FromSeconds(30));
        AssertUnknown(await all);
        Assert.Equal(RevocationState.Good, beside.Facts!.Revocation);

        // On other systems the chain engine makes its own requests.
        if (OperatingSystem.IsLinux())
            Assert.Equal(0, host.Gets);
    }

    [Fact]
    public async Task CRLs_that_start_and_never_finish_block_few_threads()
    {
        await using var host = new CountingCrlServer(answersHead: true);
        AssertUnknown(await SecureAllAsync(number => host.Address($"{number}")));
        Assert.InRange(host.Gets, 1, int.MaxValue);
        Assert.InRange(host.MaxConcurrentGets, 1, MaxLookups);
    }

    [Fact]
    public async Task A_CRL_is_fetched_once_for_all_servers_that_use_it()
    {
        await using var host = new CountingCrlServer(answersHead: true) { List = _authority.RevocationList() };
        var results = await SecureAllAsync(_ => host.Address("all"), TimeSpan.FromSeconds(30));
        Assert.All(results, result => Assert.Equal(RevocationState.Good, result.Facts!.Revocation));
        Assert.Equal(1, host.Gets);
    }

    [Fact]
    public async Task Of_two_servers_with_the_same_CRL_the_revoked_one_is_reported()
    {
        await using var host = new CountingCrlServer(answersHead: true);
        var (good, bad) = (_authority.Issue(crlAddress: host.Address("all")), _authority.Issue(crlAddress: host.Address("all")));
        host.List = _authority.RevocationList(bad);
        var results = await Task.WhenAll(SecureAsync(good, TimeSpan.FromSeconds(30)), SecureAsync(bad, TimeSpan.FromSeconds(30)));
        Assert.Equal([RevocationState.Good, RevocationState.Revoked], results.Select(result => result.Facts!.Revocation));
        Assert.Equal(1, host.Gets);
    }

    [Fact]
    public async Task Blocking_work_waits_for_a_thread_only_up_to_its_limit()
    {
        using var threads = new BlockingThreads(2);
        using var end = new ManualResetEventSlim();
        var running = 0;
        var work = Enumerable.Range(0, 2).Select(_ => threads.RunAsync(() => { Interlocked.Increment(ref running); end.Wait(); return true; }, default)).ToList();
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => threads.RunAsync(() => Interlocked.Increment(ref running), limit.Token));
        end.Set();
        await Task.WhenAll(work);
        Assert.Equal(2, running);
        Assert.True(await threads.RunAsync(() => !Thread.CurrentThread.IsThreadPoolThread, default));
    }

    private static void AssertUnknown(IReadOnlyList<MailResult<TlsFacts>> results) => Assert.All(results, result =>
    {
        Assert.True(result.Succeeded, result.Failure?.ToString());
        Assert.Equal(RevocationState.Unknown, result.Facts.Revocation);

        // Each has its own limit, not the sum of all: generous, as the machine may be busy.
        Assert.InRange(result.Duration, TimeSpan.Zero, 8 * Limit);
    });

    private async Task<IReadOnlyList<MailResult<TlsFacts>>> SecureAllAsync(Func<int, string> list, TimeSpan? limit = null)
    {
        var certificates = Enumerable.Range(0, Servers).Select(number => _authority.Issue(crlAddress: list(number))).ToList();
        return await Task.WhenAll(certificates.Select(certificate => SecureAsync(certificate, limit ?? Limit)));
    }

    private async Task<MailResult<TlsFacts>> SecureAsync(X509Certificate2 certificate, TimeSpan limit)
    {
        await using var server = new ScriptedServer(async connection =>
        {
            await connection.SecureAsync(TestAuthority.Serve(certificate));
            await connection.UntilClosedAsync();
        });
        await using var session = new SmtpSession(server.Options(TlsMode.Implicit, TestAuthority.Host) with
        {
            Tls = new TlsOptions { ExtraRoots = _authority.Trusted },
            Timeouts = new MailTimeouts { Revocation = limit },
        });
        Assert.True((await session.ConnectAsync(default)).Succeeded);
        return await session.SecureAsync(default);
    }
}
