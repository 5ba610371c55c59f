namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The meaning of a code according to a standard.</summary>
/// <param name="Code">The code, for example <c>5.7.8</c>.</param>
/// <param name="Meaning">The meaning.</param>
/// <param name="Standard">The standard.</param>
public sealed record CodeMeaning(string Code, string Meaning, string Standard);
