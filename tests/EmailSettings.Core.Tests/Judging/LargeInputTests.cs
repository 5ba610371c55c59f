using System.Text;
using EmailSettings.Core.Judging;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Judging;

/// <summary>
/// Unusually large messages and folders. With <c>EMAILSETTINGS_FULL_TESTS=1</c> the folder has a million files.
/// </summary>
[Collection(NotParallel.Name)]
public sealed class LargeInputTests : IDisposable
{
    private static readonly int Files = FullNumbers.Wanted ? 1_000_000 : 20_000;

    private readonly MessageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task A_folder_of_any_number_of_files_takes_little_memory_and_ends_at_once()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_bench.Write("x.eml", MessageBench.Head))!, "many")).FullName;
        var mail = Encoding.Latin1.GetBytes(MessageBench.Head + "\r\ntext\r\n");
        for (var i = 0; i < Files; i++) File.WriteAllBytes(Path.Combine(folder, $"{i:D7}.eml"), i < 100 ? mail : []);

        using var stop = new CancellationTokenSource();
        var (before, given) = (GC.GetTotalMemory(forceFullCollection: true), 0);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var message in _bench.System.Session.Messages.TestAsync(new MessageTestRequest { Paths = [folder] }, _ => { }, (_, _) => { }, stop.Token))
            {
                Assert.Equal($"{given++:D7}.eml", Path.GetFileName(message.File));
                // Only the names of one folder are held: less than a hundred bytes per file.
                if (given == 1) Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, 4_000_000 + 100L * Files);
                if (given == 20) await stop.CancelAsync();
            }
        });
        // What was read ahead may still be returned.
        Assert.InRange(given, 20, 20 + (8 * Environment.ProcessorCount));
    }

    [Fact]
    public async Task An_interruption_ends_the_listing_of_a_folder()
    {
        var folder = Path.GetDirectoryName(_bench.Write("x.eml", MessageBench.Head))!;
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.ThrowsAny<OperationCanceledException>(() => MessageFiles.Find([folder], recurse: true, stop.Token).ToList());
    }

    [Fact]
    public async Task A_file_beyond_2_GB_is_read_only_until_it_is_known_to_be_too_large()
    {
        var path = _bench.Write("large.eml", MessageBench.Head + "\r\n");
        // Sparse: it takes no space on the disk.
        using (var file = new FileStream(path, FileMode.Open)) file.SetLength(3L * 1024 * 1024 * 1024);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var message = Assert.Single(await _bench.TestAsync(new MessageTestRequest { Paths = [path] }));
        Assert.Equal((MessageOutcome.BodyDropped, 3L * 1024 * 1024 * 1024), (message.Outcome, message.SizeBytes));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 64 * 1024 * 1024);
    }
}
