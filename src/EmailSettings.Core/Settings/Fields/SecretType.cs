using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A secret: handed in as <see cref="SecretText"/>, or in documents as its protected CMS text; never readable.</summary>
/// <param name="purpose">Purpose as messages name it, with <c>NAME</c> for a server's name.</param>
public sealed class SecretType(string purpose) : FieldType
{
    /// <summary>What a CMS text begins with.</summary>
    public const string CmsBegin = "-----BEGIN CMS-----";

    /// <inheritdoc/>
    public override string Allowed => "a secret handed in by its purpose";

    internal override object? Read(FieldReading reading)
    {
        if (reading.Value is SecretText) return reading.Value;
        if (reading.Value is string text && text.TrimStart().StartsWith(CmsBegin, StringComparison.Ordinal)) return text.Trim();
        // The value is left out of the fault: it may be the secret itself.
        reading.Add(SettingsErrors.SecretInClear, purpose);
        return null;
    }
}
