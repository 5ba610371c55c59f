using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>What one row of the history says of one incoming server.</summary>
/// <param name="Path">For example <c>incomingServers[Contoso]</c>.</param>
/// <param name="NameBefore">Its name before the change; for an added one the name it got.</param>
/// <param name="NameAfter">Its name after the change; for a removed one the name it had.</param>
/// <param name="IsAdded">The change added it.</param>
/// <param name="IsRemoved">The change removed it.</param>
/// <param name="Fields">Each changed field but the name: its name in JSON and the change.</param>
internal sealed record RecordedServer(
    string Path, string NameBefore, string NameAfter, bool IsAdded, bool IsRemoved, IReadOnlyList<(string Field, FieldChange Change)> Fields)
{
    private const string NameField = "name";
    private static readonly string Begin = $"{SettingBlocks.Incoming.Path}[";

    /// <summary>The servers of a row. One that was removed and another of its name that was added are two.</summary>
    public static IReadOnlyList<RecordedServer> Of(ChangeRecord record)
    {
        var servers = new List<RecordedServer>();
        foreach (var group in record.Changes.Select(Split).OfType<Part>().GroupBy(part => part.Server, StringComparer.Ordinal))
        {
            var names = group.Where(part => part.Field == NameField).Select(part => part.Change).ToList();
            var isAdded = names.Any(name => name.From is null);
            var isRemoved = names.Any(name => name.To is null);
            if (isAdded && isRemoved)
            {
                servers.Add(Make(group.Key, names.Where(name => name.To is null), group.Where(part => part.Change.To is null)));
                servers.Add(Make(group.Key, names.Where(name => name.From is null), group.Where(part => part.Change.From is null)));
            }
            else
            {
                servers.Add(Make(group.Key, names, group));
            }
        }
        return servers;
    }

    private static RecordedServer Make(string path, IEnumerable<FieldChange> names, IEnumerable<Part> parts)
    {
        var own = path[Begin.Length..^1];
        var name = names.FirstOrDefault();
        var (before, after) = (name?.From as string, name?.To as string);
        return new RecordedServer(path, before ?? after ?? own, after ?? before ?? own, name is { From: null }, name is { To: null },
            [.. parts.Where(part => part.Field != NameField).Select(part => (part.Field, part.Change))]);
    }

    // A name may hold any character, a field's name neither bracket nor full stop.
    private static Part? Split(FieldChange change)
    {
        if (!change.Path.StartsWith(Begin, StringComparison.Ordinal)) return null;
        var end = change.Path.LastIndexOf("].", StringComparison.Ordinal);
        return end < 0 ? null : new Part(change.Path[..(end + 1)], change.Path[(end + 2)..], change);
    }

    private sealed record Part(string Server, string Field, FieldChange Change);
}
