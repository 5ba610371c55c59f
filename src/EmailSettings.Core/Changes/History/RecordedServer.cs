using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes.History;

/// <summary>The changes of one incoming server in a history row.</summary>
/// <param name="Path">The path, for example <c>incomingServers[Contoso]</c>.</param>
/// <param name="NameBefore">Its name before the change; for an added one its first name.</param>
/// <param name="NameAfter">Its name after the change; for a removed one its last name.</param>
/// <param name="IsAdded">Whether the change added it.</param>
/// <param name="IsRemoved">Whether the change removed it.</param>
/// <param name="Fields">The changed fields except the name: JSON name and change.</param>
internal sealed record RecordedServer(
    string Path, string NameBefore, string NameAfter, bool IsAdded, bool IsRemoved, IReadOnlyList<(string Field, FieldChange Change)> Fields)
{
    private const string NameField = "name";
    private static readonly string Begin = $"{SettingBlocks.Incoming.Path}[";

    /// <summary>Returns the servers of a row. A removed server and an added one with the same name are separate.</summary>
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

    // A server's name may contain any character, a field name neither brackets nor dots.
    private static Part? Split(FieldChange change)
    {
        if (!change.Path.StartsWith(Begin, StringComparison.Ordinal)) return null;
        var end = change.Path.LastIndexOf("].", StringComparison.Ordinal);
        return end < 0 ? null : new Part(change.Path[..(end + 1)], change.Path[(end + 2)..], change);
    }

    private sealed record Part(string Server, string Field, FieldChange Change);
}
