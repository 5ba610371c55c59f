namespace EmailSettings.Core.Findings;

/// <summary>Errors of calls that test a server. Problems of the server itself are findings.</summary>
public static class ServerTestErrors
{
    /// <summary>An invalid proxy. The value is omitted, since it may contain a password.</summary>
    public static readonly FindingCode ProxyInvalid = new("ProxyInvalid", FindingKind.InvalidInput,
        "The given proxy is not a valid proxy address.", "Specify it as {limit}, without user name and password.");

    /// <summary>Invalid roots. Detail: why.</summary>
    public static readonly FindingCode RootsInvalid = new("RootsInvalid", FindingKind.InvalidInput,
        "'{value}' contains no certificate to trust: {detail}", "Specify a file with the certificates of your own CA, PEM or DER, without private keys.");

    /// <summary>Nothing to explain.</summary>
    public static readonly FindingCode ReplyMissing = new("ReplyMissing", FindingKind.InvalidInput,
        "There is no text to explain.", "Specify the mail server's text, or an id such as Tls.Name.");

    /// <summary>Neither a configured server nor a host.</summary>
    public static readonly FindingCode ServerNotNamed = new("ServerNotNamed", FindingKind.InvalidInput,
        "No server is specified.", "Specify {limit}.");

    /// <summary>A message that cannot be composed. Detail: why.</summary>
    public static readonly FindingCode MessageInvalid = new("MessageInvalid", FindingKind.InvalidInput,
        "The message cannot be composed: {detail}", "Check the addresses, and that this account may read the attachments.");

    /// <summary>An object that is not a mail server.</summary>
    public static readonly FindingCode ServerNotReadable = new("ServerNotReadable", FindingKind.InvalidInput,
        "The piped object is {value}, not {limit}.", "Pipe objects of {detail}, names, or objects with properties of the same names.");
}
