using System.Collections;
using System.Globalization;
using System.Net;
using EmailSettings.Mail;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Facts of server tests as an object.</summary>
internal static class FactValues
{
    /// <summary>All facts by name; null for none.</summary>
    public static IEnumerable<NamedValue>? Of(FactRecord? facts) => facts?.List().Select(fact => new NamedValue(fact.Key, Value(fact.Value)));

    private static object? Value(object? fact) => fact switch
    {
        FactRecord facts => Of(facts),
        IEnumerable<KeyValuePair<string, string>> map => map.Select(pair => new NamedValue(pair.Key, pair.Value)),
        IPAddress or IPEndPoint => fact.ToString(),
        // As exactly as it was found.
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
        IEnumerable list and not string => list.Cast<object?>().Select(Value),
        _ => fact,
    };
}
