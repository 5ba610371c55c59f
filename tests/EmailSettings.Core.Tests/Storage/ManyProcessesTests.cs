using System.Globalization;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.Core.Tests.Secrets;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>
/// Several processes on one store. <c>EMAILSETTINGS_FULL_TESTS=1</c> runs the full numbers: 16 processes × 500 changes, and 300
/// kills; by default a quarter of them.
/// </summary>
public sealed class ManyProcessesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task With_sixteen_processes_on_the_same_fields_each_change_is_made_once_or_refused_and_none_is_lost()
    {
        var changes = FullNumbers.Wanted ? 500 : 60;
        var file = _folder.File("settings.db");
        var processes = Enumerable.Range(1, 16)
            .Select(seed => HostProcess.Start("write", file, changes.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture))).ToList();

        var lines = (await Task.WhenAll(processes.Select(process => process.Lines()))).SelectMany(each => each).ToList();
        processes.ForEach(process => process.Dispose());

        Assert.Equal(16 * changes, lines.Count);
        Assert.All(lines, line => Assert.True(line.Refused is null or "ChangedMeanwhile", line.Refused));
        using var store = new SqliteSettingsStore(file);
        var made = lines.Where(line => line.Refused is null).OrderBy(line => line.Revision).ToList();
        var history = store.ReadHistory().Reverse().ToList();
        Assert.NotEmpty(made);
        Assert.Equal(made.Select(line => (line.Revision, (object?)line.Mark)), history.Select(row => (row.Revision, Mark(row))));
        Replay.MustAgree(store);
    }

    [Fact]
    [Trait("Length", "Long")]
    public async Task A_killed_writer_loses_no_acknowledged_change_and_leaves_no_partial_one()
    {
        // The moments are the same in each run, as far as the machine allows.
        var random = new Random(20261128);
        var file = _folder.File("settings.db");
        var acknowledged = new Dictionary<long, string>();
        for (var kill = 1; kill <= (FullNumbers.Wanted ? 300 : 60); kill++)
        {
            using (var writer = HostProcess.Start("write-until-killed", file, kill.ToString(CultureInfo.InvariantCulture)))
            {
                // From before its first change to creating the store to the middle of many changes, however slow the machine is.
                await writer.Until(kill % 3 == 0 ? "ok" : "begun");
                await Task.Delay(random.Next(0, 250));
                writer.Kill();
                foreach (var line in await writer.Lines()) acknowledged.Add(line.Revision, line.Mark!);
            }
            using var store = new SqliteSettingsStore(file);
            var state = store.Read(StoreParts.All);
            Assert.True(state.Revision == 0 || state.ErrorTexts.TooLarge == state.ErrorTexts.NoBody, "half a change");
            Assert.True(acknowledged.Count == 0 || acknowledged.Keys.Max() is var last && state.Revision >= last, $"at {state.Revision}");
        }

        using var left = new SqliteSettingsStore(file);
        Assert.Empty(left.Verify());
        Replay.MustAgree(left);
        var history = left.ReadHistory().ToDictionary(row => row.Revision, Mark);
        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, change => Assert.Equal(change.Value, history[change.Key]));
    }

    [Fact]
    public async Task A_store_is_created_once_when_many_processes_start_at_once()
    {
        var file = _folder.File("new/below/settings.db");
        var processes = Enumerable.Range(1, 8).Select(seed => HostProcess.Start("write", file, "1", seed.ToString(CultureInfo.InvariantCulture))).ToList();

        var lines = (await Task.WhenAll(processes.Select(process => process.Lines()))).SelectMany(each => each).ToList();
        processes.ForEach(process => process.Dispose());

        Assert.All(lines, line => Assert.True(line.Refused is null or "ChangedMeanwhile", line.Refused));
        using var store = new SqliteSettingsStore(file);
        Assert.Equal(lines.Count(line => line.Refused is null), store.Describe().Revision);
        Assert.Equal(SqliteSchema.Versions.Count, store.Describe().SchemaVersion);
    }

    public void Dispose() => _folder.Dispose();

    private static object? Mark(ChangeRecord row) => row.Changes.Single(change => change.Path == "errorTexts.tooLarge").To;
}
