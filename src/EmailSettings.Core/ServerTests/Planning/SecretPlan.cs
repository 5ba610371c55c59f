using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Which secret a test needs and where it comes from.</summary>
internal sealed record SecretPlan
{
    /// <summary>A test without a login, or whose login was not given.</summary>
    public static SecretPlan None { get; } = new() { What = "nothing" };

    /// <summary>What it is, as it stands after "needs".</summary>
    public required string What { get; init; }

    /// <summary>The login needs it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>What it is stored for, bound to its target; null for a secret that is never stored.</summary>
    public SecretPurpose? Purpose { get; init; }

    /// <summary>The secret of this call. Stays the caller's to dispose.</summary>
    public SecretText? Given { get; init; }

    /// <summary>The protected secret of a document.</summary>
    public string? Proposed { get; init; }

    /// <summary>The stored secret.</summary>
    public StoredSecret? Stored { get; init; }

    /// <summary>
    /// Values that differ from those the secret was entered for: a stored one for the stored settings, a proposed one for its
    /// document.
    /// </summary>
    public IReadOnlyList<string> TargetDifferences { get; init; } = [];

    /// <summary>When a client secret ends at the identity provider, as entered.</summary>
    public DateOnly? Expires { get; init; }
}
