using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The password or client secret, without a character of it.</summary>
public sealed record SecretStageFacts : FactRecord
{
    /// <summary>
    /// What it is: <c>outgoing.password</c>, <c>incoming.secret:NAME</c> …; null for a secret of this call alone.
    /// </summary>
    public string? Purpose { get; init; }

    /// <summary><c>stored</c>, <c>proposed</c> (in the document) or <c>given</c>.</summary>
    public required string Source { get; init; }

    /// <summary>It was decrypted; null where it was given and there was nothing to decrypt.</summary>
    public bool? Decrypted { get; init; }

    /// <summary>Thumbprint of the certificate it is protected with, upper-case hex.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>Subject of that certificate.</summary>
    public string? Subject { get; init; }

    /// <summary>That certificate's begin; dates never refuse it.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>That certificate's end; dates never refuse it.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>When the secret was entered.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When a client secret ends at the identity provider, as entered (<c>yyyy-MM-dd</c>).</summary>
    public string? Expires { get; init; }
}
