using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>What a pasted reply means.</summary>
public sealed record ReplyExplanation
{
    /// <summary>The reply, as pasted; control characters escaped.</summary>
    public required string Reply { get; init; }

    /// <summary>What it most likely means; null where no rule fits.</summary>
    public Finding? Finding { get; init; }

    /// <summary>Id of the finding; null where no rule fits.</summary>
    public string? Id => Finding?.Id;

    /// <summary>What is wrong.</summary>
    public string Cause => Finding?.Cause ?? "No rule knows these words; what the codes mean by the standards is all that can be said.";

    /// <summary>What to do next.</summary>
    public string? NextStep => Finding?.NextStep;

    /// <summary>Whose words these are; null where no rule fits.</summary>
    public string? Said { get; init; }

    /// <summary>The document that tells it; null where no rule fits.</summary>
    public string? Source { get; init; }

    /// <summary>What it may mean besides.</summary>
    public IReadOnlyList<OtherMeaning> Besides { get; init; } = [];

    /// <summary>What the codes mean by the standards.</summary>
    public IReadOnlyList<CodeMeaning> Codes { get; init; } = [];

    /// <summary>Cause alone: a list reads well.</summary>
    public override string ToString() => Finding is null ? Cause : $"{Id}: {Cause}";
}
