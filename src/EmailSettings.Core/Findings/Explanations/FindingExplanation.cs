namespace EmailSettings.Core.Findings.Explanations;

/// <summary>The long explanation of an id: its meaning, an example that triggers it, and how to fix it.</summary>
/// <param name="Id">The id of a finding, an error or a warning.</param>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Cause">The cause as shown in reports, with ellipses for the variable parts.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Example">An example that triggers it; null if the cause says it all.</param>
/// <param name="NextSteps">How to fix it: the general step first, then provider-specific ones.</param>
public sealed record FindingExplanation(string Id, string Kind, string Cause, string Meaning, string? Example, IReadOnlyList<string> NextSteps);
