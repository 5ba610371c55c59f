namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The rules of a provider, server or document.</summary>
/// <param name="Speaker">The name known to administrators.</param>
/// <param name="Source">The source document.</param>
/// <param name="Rules">The rules, in order of precedence.</param>
internal sealed record ReplyChapter(string Speaker, string Source, params IReadOnlyList<ReplyRule> Rules);
