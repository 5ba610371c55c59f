namespace EmailSettings.Core.Findings;

/// <summary>Errors of a call that tests a server. What is wrong with the server itself is a finding.</summary>
public static class ServerTestErrors
{
    /// <summary>A proxy that is no address of one. The value is left out: it may hold a password.</summary>
    public static readonly FindingCode ProxyInvalid = new("ProxyInvalid", FindingKind.InvalidInput,
        "The proxy given is no address of a proxy.", "Give it as {limit}, without user name and password.");

    /// <summary>Roots that cannot be read. Detail: why.</summary>
    public static readonly FindingCode RootsInvalid = new("RootsInvalid", FindingKind.InvalidInput,
        "'{value}' holds no certificate to trust: {detail}", "Give a file with the certificates of your own authority, PEM or DER, without private keys.");

    /// <summary>Nothing to explain.</summary>
    public static readonly FindingCode ReplyMissing = new("ReplyMissing", FindingKind.InvalidInput,
        "There is no text to explain.", "Give what the mail server said, or an id of ours such as Tls.Name.");

    /// <summary>Neither a server of the settings nor a host.</summary>
    public static readonly FindingCode ServerNotNamed = new("ServerNotNamed", FindingKind.InvalidInput,
        "No server is named.", "Give {limit}.");

    /// <summary>A message that cannot be composed. Detail: why.</summary>
    public static readonly FindingCode MessageInvalid = new("MessageInvalid", FindingKind.InvalidInput,
        "The message cannot be composed: {detail}", "Check the addresses, and that this account may read the attachments.");

    /// <summary>An object that is no mail server.</summary>
    public static readonly FindingCode ServerNotReadable = new("ServerNotReadable", FindingKind.InvalidInput,
        "What was piped in is not {limit} but {value}.", "Pipe objects of {detail}, names, or objects with properties of the same names.");
}
