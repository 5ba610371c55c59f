namespace EmailSettings.Core.Settings.Fields;

/// <summary>
/// What is shown with a block and is no setting of it: a document may have it from there, and an import passes over it.
/// </summary>
/// <param name="JsonName">Key in JSON.</param>
/// <param name="Effect">What it tells, one sentence.</param>
public sealed record StateField(string JsonName, string Effect);
