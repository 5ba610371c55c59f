using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Utils;

namespace EmailSettings.Messages.Headers;

/// <summary>Reads a message's route and delays from its Received fields.</summary>
public static partial class ReceivedTrace
{
    /// <summary>Reads the hops in the order of travel.</summary>
    /// <param name="fields">The fields in header order, newest first.</param>
    public static IReadOnlyList<ReceivedHop> Read(IReadOnlyList<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var hops = new List<ReceivedHop>(fields.Count);
        foreach (var field in fields.Reverse())
        {
            var hop = ReadOne(field);
            hops.Add(hop with { Waited = hop.At - (hops.Count > 0 ? hops[^1].At : null) });
        }

        return hops;
    }

    private static ReceivedHop ReadOne(string field)
    {
        // The date follows the last semicolon; comments may contain some too.
        var semicolon = field.LastIndexOf(';');
        var date = semicolon < 0 ? string.Empty : field[(semicolon + 1)..];
        var clauses = Comment().Replace(semicolon < 0 ? field : field[..semicolon], " ");
        return new ReceivedHop(
            Clause(clauses, "from"), Clause(clauses, "by"), Clause(clauses, "with"),
            DateUtils.TryParse(Encoding.UTF8.GetBytes(date), out var at) ? at.ToUniversalTime() : null, null);
    }

    private static string? Clause(string text, string word)
    {
        var match = Regex.Match(text, $@"(?:^|\s){word}\s+(\S+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return match.Success ? match.Groups[1].Value : null;
    }

    [GeneratedRegex(@"\((?:[^()]|\([^()]*\))*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
