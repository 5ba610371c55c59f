using System.Text.Json;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>The changes of a history row as JSON: an array of <c>{path, from, to}</c>.</summary>
internal static class HistoryJson
{
    public static string Write(IReadOnlyList<FieldChange> changes) => ChangeRecordJson.ToText(changes);

    public static IReadOnlyList<FieldChange> Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateArray().Select(change => new FieldChange(
            change.GetProperty("path"u8).GetString()!, PlainJson.Read(change.GetProperty("from"u8)), PlainJson.Read(change.GetProperty("to"u8)))).ToList();
    }
}
