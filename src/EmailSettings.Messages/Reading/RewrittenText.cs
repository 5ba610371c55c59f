namespace EmailSettings.Messages.Reading;

/// <summary>A text in another charset.</summary>
/// <param name="Profile">What its bytes ask of a transfer encoding.</param>
/// <param name="IsWhole">The charset has every character of it.</param>
public sealed record RewrittenText(ContentProfile Profile, bool IsWhole);
