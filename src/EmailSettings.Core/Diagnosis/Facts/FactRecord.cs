using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace EmailSettings.Core.Diagnosis.Facts;

/// <summary>Typed facts that can be listed by name as well, for tables and JSON. Every text in them is escaped already.</summary>
public abstract record FactRecord
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, PropertyInfo Property)>> Known = new();

    /// <summary>
    /// The facts by name (camelCase), in the order of declaration. A value is null, text, bool, a whole number, a
    /// <see cref="DateTimeOffset"/>, an enum, a list of texts, a map of texts, another record of facts or a list of those.
    /// </summary>
    public IEnumerable<KeyValuePair<string, object?>> List() =>
        Known.GetOrAdd(GetType(), Describe).Select(fact => KeyValuePair.Create(fact.Name, fact.Property.GetValue(this)));

    private static List<(string, PropertyInfo)> Describe(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .OrderBy(property => property.MetadataToken)
            .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))];
}
