namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What a standard says of a code.</summary>
/// <param name="Code">The code, for example <c>5.7.8</c>.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Standard">The standard that says so.</param>
public sealed record CodeMeaning(string Code, string Meaning, string Standard);
