using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Health;

/// <summary>
/// The health of the password certificate on one host, seen as one account, and of what depends on it. Texts, numbers,
/// dates and lists of these alone: remoting and JSON bring it back whole. Dates are UTC.
/// </summary>
public sealed record CertificateReport
{
    /// <summary><c>Passed</c>, <c>Warning</c> or <c>Failed</c>: the worst of the findings.</summary>
    public required string Status { get; init; }

    /// <summary>The host that was looked at.</summary>
    public required string HostName { get; init; }

    /// <summary>The account that looked, <c>HOST\user</c> or <c>DOMAIN\user</c>.</summary>
    public required string Account { get; init; }

    /// <summary>When.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The chosen certificate, upper-case hex; null where none was chosen.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>The subject's distinguished name.</summary>
    public string? Subject { get; init; }

    /// <summary>Where it was found: <c>CurrentUser\My</c>, <c>LocalMachine\My</c> or a file; null if it is gone.</summary>
    public string? FoundIn { get; init; }

    /// <summary>Begin of validity.</summary>
    public DateTime? NotBefore { get; init; }

    /// <summary>End of validity.</summary>
    public DateTime? NotAfter { get; init; }

    /// <summary>Whole days until the end, negative after it.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Size of the RSA key in bits.</summary>
    public int? KeySize { get; init; }

    /// <summary>The key usages named in the certificate; empty where it restricts nothing (RFC 5280, 4.2.1.3).</summary>
    public IReadOnlyList<string> KeyUsages { get; init; } = [];

    /// <summary>
    /// It is marked for document encryption (1.3.6.1.4.1.311.80.1), which <c>Unprotect-CmsMessage</c> asks for.
    /// </summary>
    public bool IsForDocumentEncryption { get; init; }

    /// <summary>A private key belongs to it here.</summary>
    public bool KeyPresent { get; init; }

    /// <summary>A round trip with the private key succeeded as this account.</summary>
    public bool KeyUsable { get; init; }

    /// <summary>The key can be exported to other hosts; null where that cannot be known.</summary>
    public bool? KeyExportable { get; init; }

    /// <summary>Other hosts of the same store on which the key is not usable, as they told last.</summary>
    public IReadOnlyList<string> HostsWithoutKey { get; init; } = [];

    /// <summary>Thumbprints of other certificates with the same subject.</summary>
    public IReadOnlyList<string> SameSubject { get; init; } = [];

    /// <summary>The stored secrets, soonest end first.</summary>
    public IReadOnlyList<SecretHealth> Secrets { get; init; } = [];

    /// <summary>Purposes of the secrets that must be entered again, since they do not open here.</summary>
    public IReadOnlyList<string> ToReEnter { get; init; } = [];

    /// <summary>The other account asked about; null where none was.</summary>
    public string? ForAccount { get; init; }

    /// <summary>It may use the private key; null where that depends on its groups, or none was asked about.</summary>
    public bool? ForAccountMayUseKey { get; init; }

    /// <summary>The exact step that gives it access; null if it has it.</summary>
    public string? ForAccountNextStep { get; init; }

    /// <summary>What was found, most severe first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
