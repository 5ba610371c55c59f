using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;

namespace EmailSettings.Mail;

/// <summary>
/// Typed facts that can be listed by name as well, for tables and JSON. Every text in them is fit to be shown: what came from
/// outside was escaped, cut and cleared of secrets when it was read.
/// </summary>
// A program compiled ahead of time keeps the properties of every kind of facts.
[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)]
public abstract record FactRecord
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(string Name, PropertyInfo Property)>> Known = new();

    /// <summary>
    /// The facts by name (camelCase), in the order of declaration, but for those that are marked <see cref="UnlistedAttribute"/>.
    /// A value is null, text, bool, a whole number, a <see cref="DateTimeOffset"/>, an enum, an IP address or end point, a list
    /// of those, a map of texts, another record of facts or a list of those.
    /// </summary>
    public IEnumerable<KeyValuePair<string, object?>> List()
    {
        if (!Known.TryGetValue(GetType(), out var facts)) Known[GetType()] = facts = Describe(GetType());
        return facts.Select(fact => KeyValuePair.Create(fact.Name, fact.Property.GetValue(this)));
    }

    // Native code has no tokens; there the properties come in the order of declaration by themselves.
    private static List<(string, PropertyInfo)> Describe([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => !property.IsDefined(typeof(UnlistedAttribute), inherit: false))
            .OrderBy(property => property.HasMetadataToken() ? property.MetadataToken : 0)
            .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property))];
}
