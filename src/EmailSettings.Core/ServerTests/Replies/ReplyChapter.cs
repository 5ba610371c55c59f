namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The rules of one provider, server or document.</summary>
/// <param name="Speaker">Who says so, as an administrator knows it.</param>
/// <param name="Source">The document that the lines are from.</param>
/// <param name="Rules">The rules, read top down.</param>
internal sealed record ReplyChapter(string Speaker, string Source, params IReadOnlyList<ReplyRule> Rules);
