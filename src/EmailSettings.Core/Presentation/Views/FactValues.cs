using System.Collections;
using System.Globalization;
using System.Net;
using EmailSettings.Mail;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Converts the facts of server tests to named values.</summary>
internal static class FactValues
{
    /// <summary>Returns all facts by name; null if there are none.</summary>
    public static IEnumerable<NamedValue>? Of(FactRecord? facts) => facts?.List().Select(fact => new NamedValue(fact.Key, Value(fact.Value)));

    private static object? Value(object? fact) => fact switch
    {
        FactRecord facts => Of(facts),
        IEnumerable<KeyValuePair<string, string>> map => map.Select(pair => new NamedValue(pair.Key, pair.Value)),
        IPAddress or IPEndPoint => fact.ToString(),
        // In full precision, unlike other times.
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IEnumerable list and not string => list.Cast<object?>().Select(Value),
        _ => fact,
    };
}
