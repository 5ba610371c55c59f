namespace EmailSettings.Messages.Reading;

/// <summary>A text converted to another charset.</summary>
/// <param name="Profile">The properties of its bytes.</param>
/// <param name="IsWhole">Whether the charset has all of its characters.</param>
public sealed record RewrittenText(ContentProfile Profile, bool IsWhole);
