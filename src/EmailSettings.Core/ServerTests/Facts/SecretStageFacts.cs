using EmailSettings.Mail;

namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>Information about the password or client secret, without its text.</summary>
public sealed record SecretStageFacts : FactRecord
{
    /// <summary>
    /// Its purpose: <c>outgoing.password</c>, <c>incoming.secret:NAME</c> …; null for a secret passed in the call.
    /// </summary>
    public string? Purpose { get; init; }

    /// <summary><c>stored</c>, <c>proposed</c> (in the document) or <c>given</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Whether it was decrypted; null if it was passed in the call.</summary>
    public bool? Decrypted { get; init; }

    /// <summary>The thumbprint of the certificate that protects it, upper-case hex.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The subject of that certificate.</summary>
    public string? Subject { get; init; }

    /// <summary>The start of that certificate's validity, which is not enforced.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The end of that certificate's validity, which is not enforced.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    /// <summary>When the secret was entered.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When a client secret expires at the identity provider, as entered (<c>yyyy-MM-dd</c>).</summary>
    public string? Expires { get; init; }
}
