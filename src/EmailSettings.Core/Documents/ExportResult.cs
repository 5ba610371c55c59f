namespace EmailSettings.Core.Documents;

/// <summary>The result of an export, made or simulated.</summary>
/// <param name="Path">The file.</param>
/// <param name="Secrets">The number of protected secrets in it.</param>
/// <param name="Revision">The revision of the settings.</param>
/// <param name="WhatIf">Whether nothing was written because of WhatIf or a declined confirmation.</param>
public sealed record ExportResult(string Path, int Secrets, long Revision, bool WhatIf);
