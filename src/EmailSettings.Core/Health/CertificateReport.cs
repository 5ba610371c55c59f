using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Health;

/// <summary>
/// The health of the password certificate and what depends on it, for one host and account. Contains only strings, numbers, dates
/// and lists of these, so that it survives PowerShell remoting and JSON. Dates are UTC.
/// </summary>
public sealed record CertificateReport
{
    /// <summary><c>Passed</c>, <c>Warning</c> or <c>Failed</c>, according to the worst finding.</summary>
    public required string Status { get; init; }

    /// <summary>The checked host.</summary>
    public required string HostName { get; init; }

    /// <summary>The account that made the check, <c>HOST\user</c> or <c>DOMAIN\user</c>.</summary>
    public required string Account { get; init; }

    /// <summary>When the check was made.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The chosen certificate, upper-case hex; null if none is chosen.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The subject's distinguished name.</summary>
    public string? Subject { get; init; }

    /// <summary>Where it was found: <c>CurrentUser\My</c>, <c>LocalMachine\My</c> or a file; null if it is missing.</summary>
    public string? FoundIn { get; init; }

    /// <summary>Start of validity.</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>End of validity.</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>Whole days until expiry, negative when expired.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>The size of the RSA key in bits.</summary>
    public int? KeySize { get; init; }

    /// <summary>The key usages in the certificate; empty means unrestricted (RFC 5280, 4.2.1.3).</summary>
    public IReadOnlyList<string> KeyUsages { get; init; } = [];

    /// <summary>
    /// Whether it is marked for document encryption (1.3.6.1.4.1.311.80.1), as <c>Unprotect-CmsMessage</c> requires.
    /// </summary>
    public bool IsForDocumentEncryption { get; init; }

    /// <summary>Whether this system has its private key.</summary>
    public bool KeyPresent { get; init; }

    /// <summary>Whether a round trip with the private key succeeded as this account.</summary>
    public bool KeyUsable { get; init; }

    /// <summary>Whether the key can be exported to other hosts; null if unknown.</summary>
    public bool? KeyExportable { get; init; }

    /// <summary>Other hosts of the same store on which the key was not usable when last checked.</summary>
    public IReadOnlyList<string> HostsWithoutKey { get; init; } = [];

    /// <summary>The thumbprints of other certificates with the same subject.</summary>
    public IReadOnlyList<string> SameSubject { get; init; } = [];

    /// <summary>The stored secrets, soonest expiry first.</summary>
    public IReadOnlyList<SecretHealth> Secrets { get; init; } = [];

    /// <summary>The purposes of the secrets that must be re-entered, since they cannot be decrypted.</summary>
    public IReadOnlyList<string> ToReEnter { get; init; } = [];

    /// <summary>The other checked account; null if none.</summary>
    public string? ForAccount { get; init; }

    /// <summary>Whether that account may use the private key; null if that depends on its groups, or none was checked.</summary>
    public bool? ForAccountMayUseKey { get; init; }

    /// <summary>The exact step that gives that account access; null if it has access.</summary>
    public string? ForAccountNextStep { get; init; }

    /// <summary>The findings, most severe first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
