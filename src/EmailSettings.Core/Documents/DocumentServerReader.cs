using System.Text.Json;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Documents;

/// <summary>Parses the list of incoming servers of a settings document.</summary>
/// <param name="result">Receives steps and faults.</param>
/// <param name="texts">The servers of another document, which are adopted if their text is the same; null if none.</param>
internal sealed class DocumentServerReader(DocumentResult result, IServerTexts? texts)
{
    private const string Name = "name";

    /// <summary>Reads the list.</summary>
    /// <param name="json">The cursor, at the value.</param>
    /// <param name="line">The line of the key.</param>
    /// <param name="prune">Whether to remove the servers that are not in the list.</param>
    /// <returns>False if the value is no list.</returns>
    public bool ReadList(ref DocumentCursor json, int line, bool prune)
    {
        if (json.Token != JsonTokenType.StartArray)
        {
            result.PassOver(ref json, SettingBlocks.Incoming.Path, line, "an array of servers");
            return false;
        }
        var names = prune ? new List<string>() : null;
        var assignments = new List<Assignment>();
        var repeated = new DocumentCursor.RepeatedText[SettingBlocks.Incoming.Fields.Count];
        for (var index = 0; json.ReadItem(); index++)
        {
            var start = json.Start;
            if (json.Token != JsonTokenType.StartObject) result.PassOver(ref json, ChangeStep.PathOfServer(index), json.Line, "an object with fields");
            else if (texts?.TryAdopt(index, json.Text) == true) json.SkipKnown();
            else if (ReadServer(ref json, index, repeated, assignments) is { } name) names?.Add(name);
            texts?.Add(start, json.End - start);
        }
        if (names is not null) result.Take(new ChangeStep.KeepServers(names));
        return true;
    }

    private string? ReadServer(ref DocumentCursor json, int index, DocumentCursor.RepeatedText[] repeated, List<Assignment> assignments)
    {
        var line = json.Line;
        var (name, nameLine) = ((string?)null, (int?)null);
        assignments.Clear();
        while (json.ReadKey())
        {
            var field = json.IsAt("name"u8) ? null : json.FieldOf(SettingBlocks.Incoming);
            var (key, keyLine) = (field?.JsonName ?? (json.IsAt("name"u8) ? Name : json.Key), json.Line);
            json.Read();
            if (field is null && key.Equals(Name, StringComparison.OrdinalIgnoreCase))
            {
                if (nameLine is not null) result.Refuse(SettingsErrors.FieldTwice.At($"{ChangeStep.PathOfServer(index)}.{Name}") with { Line = keyLine });
                else if (json.Token == JsonTokenType.String) name = (string?)json.Value();
                nameLine ??= keyLine;
                json.Skip();
            }
            else if (field is null && SettingBlocks.Incoming.IsState(key))
            {
                json.Skip();
            }
            else if (json.IsValue)
            {
                assignments.Add(new Assignment(key, field is null ? json.Value() : json.Value(field, ref repeated[field.Ordinal]), keyLine));
            }
            else
            {
                result.PassOver(ref json, $"{ChangeStep.PathOfServer(index)}.{key}", keyLine, "one value");
            }
        }
        if (name is null)
        {
            var missing = SettingsErrors.ValueRequired.At(
                $"{ChangeStep.PathOfServer(index)}.{Name}", limit: SettingBlocks.ServerName.Allowed, detail: "as a text for an incoming mail server");
            result.Refuse(missing with { Line = nameLine ?? line });
            result.Take(new ChangeStep.CheckServer(assignments.ToArray()) { Index = index, Line = line });
        }
        else
        {
            result.Take(new ChangeStep.AssignServer(name, ServerMatch.Either, assignments.ToArray()) { Index = index, Line = line, NameLine = nameLine });
        }
        return name;
    }
}
