namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What a reply may mean besides.</summary>
/// <param name="Id">The id of the finding.</param>
/// <param name="Cause">What would be wrong.</param>
/// <param name="Said">Who says so.</param>
/// <param name="Source">The document that tells it.</param>
public sealed record OtherMeaning(string Id, string Cause, string Said, string Source);
