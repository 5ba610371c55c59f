using System.Collections;
using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>Formats facts for people.</summary>
internal static class FactText
{
    /// <summary>Returns all facts with values, as <c>name: value</c>.</summary>
    public static IReadOnlyList<string> Lines(FactRecord facts)
    {
        var lines = new List<string>();
        Add(lines, "", facts);
        return lines;
    }

    private static void Add(List<string> lines, string prefix, FactRecord facts)
    {
        foreach (var (name, value) in facts.List()) Add(lines, prefix + name, value);
    }

    private static void Add(List<string> lines, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case FactRecord facts:
                Add(lines, name + ".", facts);
                break;
            case IEnumerable<FactRecord> list:
                var number = 0;
                foreach (var facts in list) Add(lines, $"{name}[{number++}].", facts);
                break;
            case IEnumerable<KeyValuePair<string, string>> map:
                AddJoined(lines, name, map.Select(pair => $"{pair.Key} {pair.Value}"));
                break;
            case IEnumerable list and not string:
                AddJoined(lines, name, list.Cast<object?>().Select(Text));
                break;
            default:
                lines.Add($"{name}: {Text(value)}");
                break;
        }
    }

    private static void AddJoined(List<string> lines, string name, IEnumerable<string?> values)
    {
        var joined = string.Join(", ", values);
        if (joined.Length > 0) lines.Add($"{name}: {joined}");
    }

    private static string? Text(object? value) => value switch
    {
        bool flag => flag ? "yes" : "no",
        DateTimeOffset time => Iso8601.Readable(time),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
