using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Tests.Storage;

/// <summary>Replays a history from the defaults, to compare with the state.</summary>
internal static class Replay
{
    /// <summary>
    /// Asserts that history and state agree: no revision is missing, each change starts where the previous one ended, and the end
    /// is the state.
    /// </summary>
    public static void MustAgree(ISettingsStore store)
    {
        var state = store.Read(StoreParts.All);
        var history = store.ReadHistory().Reverse().ToList();
        Assert.Equal(Enumerable.Range(1, (int)state.Revision).Select(revision => (long)revision), history.Select(row => row.Revision));

        var values = Values(new StoredState());
        foreach (var change in history.SelectMany(row => row.Changes))
        {
            Assert.Equal(values.GetValueOrDefault(change.Path), change.From);
            values[change.Path] = change.To;
        }
        Assert.Equal(Values(state).Where(value => value.Value is not null).OrderBy(value => value.Key, StringComparer.Ordinal),
            values.Where(value => value.Value is not null).OrderBy(value => value.Key, StringComparer.Ordinal));
    }

    private static Dictionary<string, object?> Values(StoredState state)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["certificate"] = state.Certificate?.Thumbprint,
            ["attachments.firstSaved"] = state.Attachments.FirstSaved,
            ["attachments.restartRequired"] = state.Restart is not null,
        };
        Add(values, SettingBlocks.Basic, "basic", state.Basic);
        Add(values, SettingBlocks.Attachments, "attachments", state.Attachments);
        Add(values, SettingBlocks.ErrorTexts, "errorTexts", state.ErrorTexts);
        Add(values, SettingBlocks.Outgoing, "outgoingServer", state.OutgoingServer);
        foreach (var server in state.IncomingServers)
        {
            values[$"incomingServers[{server.Name}].name"] = server.Name;
            Add(values, SettingBlocks.Incoming, $"incomingServers[{server.Name}]", server);
        }
        return values;
    }

    private static void Add<TBlock>(Dictionary<string, object?> values, SettingBlock<TBlock> block, string path, TBlock from)
    {
        foreach (var field in block.ValueFields)
            values[$"{path}.{field.JsonName}"] = field.GetPlain(from) is int number ? (long)number : field.GetPlain(from);
    }
}
