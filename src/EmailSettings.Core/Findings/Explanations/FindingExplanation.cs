namespace EmailSettings.Core.Findings.Explanations;

/// <summary>The long explanation of an id: what it means, an example that provokes it, how to mend it.</summary>
/// <param name="Id">The id of a finding, an error or a warning.</param>
/// <param name="Kind">What sort of trouble it is.</param>
/// <param name="Cause">The cause as reports word it, with an ellipsis for what differs.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Example">An example that provokes it; null where the cause says all of it.</param>
/// <param name="NextSteps">How to mend it: the general step first, then those of providers.</param>
public sealed record FindingExplanation(string Id, string Kind, string Cause, string Meaning, string? Example, IReadOnlyList<string> NextSteps);
