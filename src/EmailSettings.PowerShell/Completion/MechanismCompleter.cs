namespace EmailSettings.PowerShell.Completion;

/// <summary>Completes SASL mechanisms, strongest first.</summary>
internal sealed class MechanismCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        ("SCRAM-SHA-512", "Challenge-response; both sides prove knowledge of the password"),
        ("SCRAM-SHA-256", "Challenge-response; both sides prove knowledge of the password"),
        ("SCRAM-SHA-1", "Challenge-response; both sides prove knowledge of the password"),
        ("NTLM", "Challenge-response by Windows"),
        ("CRAM-MD5", "Challenge-response; obsolete"),
        ("PLAIN", "Sends the password itself"),
        ("LOGIN", "Sends the password itself; not standardized"),
        ("GSSAPI", "Kerberos; used only if specified"),
        ("OAUTHBEARER", "An OAuth token"),
        ("XOAUTH2", "An OAuth token; by Google and Microsoft"),
    ];
}
