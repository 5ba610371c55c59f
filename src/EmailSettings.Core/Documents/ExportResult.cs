namespace EmailSettings.Core.Documents;

/// <summary>What an export did, or would do.</summary>
/// <param name="Path">The file.</param>
/// <param name="Secrets">How many protected secrets are in it.</param>
/// <param name="Revision">The revision of the settings.</param>
/// <param name="WhatIf">True where nothing was written because the front said so.</param>
public sealed record ExportResult(string Path, int Secrets, long Revision, bool WhatIf);
