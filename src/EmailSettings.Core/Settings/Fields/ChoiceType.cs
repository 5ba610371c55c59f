using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A name from a closed set.</summary>
/// <typeparam name="T">The enumeration; its member names are the allowed values, case-insensitive.</typeparam>
public sealed class ChoiceType<T> : FieldType
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override string Allowed => string.Join(", ", Enum.GetNames<T>());

    /// <inheritdoc/>
    public override object? Plain(object? value) => value?.ToString();

    // Each value has only one plain form, so compare the values directly.
    /// <inheritdoc/>
    public override bool IsSame(object? left, object? right) => Equals(left, right);

    // Suffixes on the platform's page: "Basic Authentication", "Anonymous Access".
    private static readonly string[] PageWords = ["Authentication", "Access"];

    private protected override IEnumerable<string> Usual => Enum.GetNames<T>();

    internal override object? Read(FieldInput input) =>
        input.TryGetText(out var text) && Find(text) is { } known ? Enum.Parse<T>(known) : input.Refuse(SettingsErrors.ChoiceUnknown, Allowed);

    private static string? Find(string text)
    {
        // The page shows "OAuth Service".
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        return Enum.GetNames<T>().FirstOrDefault(name => plain.Equals(name, StringComparison.OrdinalIgnoreCase)
            || PageWords.Any(word => plain.Equals(name + word, StringComparison.OrdinalIgnoreCase)));
    }
}
