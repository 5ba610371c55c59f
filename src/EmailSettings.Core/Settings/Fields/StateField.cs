namespace EmailSettings.Core.Settings.Fields;

/// <summary>A read-only value shown with a block. A document may contain it from an export; an import ignores it.</summary>
/// <param name="JsonName">The key in JSON.</param>
/// <param name="Effect">Its description in one sentence.</param>
public sealed record StateField(string JsonName, string Effect);
