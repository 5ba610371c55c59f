using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>What the receiving side found of one method of authentication.</summary>
public sealed record AuthenticationVerdictFacts : FactRecord
{
    /// <summary><c>spf</c>, <c>dkim</c>, <c>dmarc</c>, ….</summary>
    public required string Method { get; init; }

    /// <summary><c>pass</c>, <c>fail</c>, <c>none</c>, ….</summary>
    public required string Result { get; init; }

    /// <summary>The domain that was looked at.</summary>
    public string? Domain { get; init; }

    /// <summary>That domain belongs with the one of From; null where that cannot be told.</summary>
    public bool? IsAligned { get; init; }
}
