using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>The secret that a test needs and its source.</summary>
internal sealed record SecretPlan
{
    /// <summary>For a test without a login.</summary>
    public static SecretPlan None { get; } = new() { What = "nothing" };

    /// <summary>What it is, worded to follow "needs".</summary>
    public required string What { get; init; }

    /// <summary>Whether the login needs it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Its purpose, bound to its target; null for a secret that is never stored.</summary>
    public SecretPurpose? Purpose { get; init; }

    /// <summary>The finding for a secret that is never stored and not given; null for the others.</summary>
    public Finding? Missing { get; init; }

    /// <summary>The secret passed in the call. The caller disposes it.</summary>
    public SecretText? Given { get; init; }

    /// <summary>The protected secret of a document.</summary>
    public string? Proposed { get; init; }

    /// <summary>The stored secret.</summary>
    public StoredSecret? Stored { get; init; }

    /// <summary>
    /// The values that differ from those the secret was entered for: for a stored one the stored settings, for a proposed one its
    /// document.
    /// </summary>
    public IReadOnlyList<string> TargetDifferences { get; init; } = [];

    /// <summary>When a client secret expires at the identity provider, as entered.</summary>
    public DateOnly? Expires { get; init; }
}
