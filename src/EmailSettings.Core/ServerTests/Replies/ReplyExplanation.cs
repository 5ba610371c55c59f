using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>The explanation of a pasted reply.</summary>
public sealed record ReplyExplanation
{
    /// <summary>The reply as pasted, with control characters escaped.</summary>
    public required string Reply { get; init; }

    /// <summary>The most likely meaning; null if no rule matches.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The id of the finding; null if no rule matches.</summary>
    public string? Id => Finding?.Id;

    /// <summary>What is wrong.</summary>
    public string Cause => Finding?.Cause ?? "The text is not recognized; only the standard meanings of the codes are known.";

    /// <summary>What to do next.</summary>
    public string? NextStep => Finding?.NextStep;

    /// <summary>The server or provider that uses this reply; null if no rule matches.</summary>
    public string? Said { get; init; }

    /// <summary>The source document; null if no rule matches.</summary>
    public string? Source { get; init; }

    /// <summary>Other possible meanings.</summary>
    public IReadOnlyList<OtherMeaning> Besides { get; init; } = [];

    /// <summary>The standard meanings of the codes.</summary>
    public IReadOnlyList<CodeMeaning> Codes { get; init; } = [];

    /// <summary>Returns id and cause, for lists.</summary>
    public override string ToString() => Finding is null ? Cause : $"{Id}: {Cause}";
}
