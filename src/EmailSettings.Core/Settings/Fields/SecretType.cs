using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Settings.Fields;

/// <summary>A secret: passed as <see cref="SecretText"/>, or as protected CMS text in documents; write-only.</summary>
/// <param name="purpose">The purpose for messages, with <c>NAME</c> for a server's name.</param>
public sealed class SecretType(string purpose) : FieldType
{
    /// <summary>The first line of a CMS text.</summary>
    public const string CmsBegin = "-----BEGIN CMS-----";

    /// <inheritdoc/>
    public override string Allowed => "a secret passed by its purpose";

    internal override object? Read(FieldInput input)
    {
        if (input.Value is SecretText) return input.Value;
        if (input.Value is string text && text.TrimStart().StartsWith(CmsBegin, StringComparison.Ordinal)) return text.Trim();
        // The fault must not contain the value, which may be the secret itself.
        input.Add(SettingsErrors.SecretInClear, purpose);
        return null;
    }
}
