namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>Another possible meaning of a reply.</summary>
/// <param name="Id">The id of the finding.</param>
/// <param name="Cause">The cause.</param>
/// <param name="Said">The server or provider that uses this reply.</param>
/// <param name="Source">The source document.</param>
public sealed record OtherMeaning(string Id, string Cause, string Said, string Source);
