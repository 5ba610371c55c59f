using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The receiving server's result of an authentication method.</summary>
public sealed record AuthenticationVerdictFacts : FactRecord
{
    /// <summary><c>spf</c>, <c>dkim</c>, <c>dmarc</c>, ….</summary>
    public required string Method { get; init; }

    /// <summary><c>pass</c>, <c>fail</c>, <c>none</c>, ….</summary>
    public required string Result { get; init; }

    /// <summary>The checked domain.</summary>
    public string? Domain { get; init; }

    /// <summary>Whether that domain is aligned with the From domain; null if unknown.</summary>
    public bool? IsAligned { get; init; }
}
