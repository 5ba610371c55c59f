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

    internal override object? Read(FieldReading reading) =>
        reading.TryGetText(out var text)
        && Enum.GetNames<T>().FirstOrDefault(name => name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) is { } known
            ? Enum.Parse<T>(known)
            : reading.Refuse(SettingsErrors.ChoiceUnknown, Allowed);
}
