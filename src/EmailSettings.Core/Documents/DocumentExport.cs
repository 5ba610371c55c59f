namespace EmailSettings.Core.Documents;

/// <summary>Options of an export.</summary>
/// <param name="Path">The file.</param>
public sealed record DocumentExport(string Path)
{
    /// <summary>Whether to include secrets as CMS text; if omitted, an import keeps the existing ones.</summary>
    public bool WithSecrets { get; init; } = true;

    /// <summary>Whether to overwrite an existing file.</summary>
    public bool Overwrites { get; init; }
}
