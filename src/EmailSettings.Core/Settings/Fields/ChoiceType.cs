using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>One name of a closed set.</summary>
/// <typeparam name="T">The enumeration; its member names are the legal values, compared without case.</typeparam>
public sealed class ChoiceType<T> : FieldType
    where T : struct, Enum
{
    /// <inheritdoc/>
    public override string Allowed { get; } = string.Join(", ", Enum.GetNames<T>());

    /// <inheritdoc/>
    public override object? Plain(object? value) => value?.ToString();

    // Each value has one plain form, which need not be made for this.
    /// <inheritdoc/>
    public override bool IsSame(object? left, object? right) => Equals(left, right);

    // What the platform's page writes behind a name: "Basic Authentication", "Anonymous Access".
    private static readonly string[] PageWords = ["Authentication", "Access"];

    private protected override IEnumerable<string> Usual => Enum.GetNames<T>();

    internal override object? Read(FieldReading reading) =>
        reading.TryGetText(out var text) && Find(text) is { } known ? Enum.Parse<T>(known) : reading.Refuse(SettingsErrors.ChoiceUnknown, Allowed);

    private static string? Find(string text)
    {
        // "OAuth Service" on the page.
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        return Enum.GetNames<T>().FirstOrDefault(name => plain.Equals(name, StringComparison.OrdinalIgnoreCase)
            || PageWords.Any(word => plain.Equals(name + word, StringComparison.OrdinalIgnoreCase)));
    }
}
