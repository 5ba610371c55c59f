namespace EmailSettings.Core.Documents;

/// <summary>Where to export the settings and how.</summary>
/// <param name="Path">The file.</param>
public sealed record DocumentExport(string Path)
{
    /// <summary>
    /// Secrets go along as their CMS text; otherwise they are left out, and an import keeps those that are there.
    /// </summary>
    public bool WithSecrets { get; init; } = true;

    /// <summary>An existing file is replaced.</summary>
    public bool Overwrites { get; init; }
}
