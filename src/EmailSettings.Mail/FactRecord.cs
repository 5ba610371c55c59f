using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

namespace EmailSettings.Mail;

/// <summary>
/// Typed facts that can also be listed by name, for tables and JSON. All text in them is safe to show: outside text was escaped,
/// shortened and redacted when it was read.
/// </summary>
// Keeps the properties of every derived type under ahead-of-time compilation.
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
public abstract record FactRecord
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, PropertyInfo Property)>> Known = new();

    /// <summary>
    /// Lists the facts by name (camelCase) in the order of declaration, except those marked <see cref="UnlistedAttribute"/>. A
    /// value is null, a string, a bool, an integer, a <see cref="DateTimeOffset"/>, an enum, an IP address or end point, a list
    /// of those, a map of strings, another fact record or a list of those.
    /// </summary>
    public IEnumerable<KeyValuePair<string, object?>> List()
    {
        if (!Known.TryGetValue(GetType(), out var facts)) Known[GetType()] = facts = Describe(GetType());
        return facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Property.GetValue(this)));
    }

    // Native code has no metadata tokens; there the properties already come in the order of declaration.
    private static List<(string, PropertyInfo)> Describe([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !property.IsDefined(typeof(UnlistedAttribute), inherit: false))
            .OrderBy(property => property.HasMetadataToken() ? property.MetadataToken : 0)
            .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))];
}
