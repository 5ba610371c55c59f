namespace EmailSettings.PowerShell.Completion;

/// <summary>SASL mechanisms, the strongest first.</summary>
public sealed class MechanismCompleter : Completer
{
    private protected override IEnumerable<(string Text, string Tooltip)> Offers() =>
    [
        ("SCRAM-SHA-512", "Both sides prove that they know the password"),
        ("SCRAM-SHA-256", "Both sides prove that they know the password"),
        ("SCRAM-SHA-1", "Both sides prove that they know the password"),
        ("NTLM", "Windows' answer to a challenge"),
        ("CRAM-MD5", "An answer to a challenge; old"),
        ("PLAIN", "The password itself"),
        ("LOGIN", "The password itself, by no standard"),
        ("GSSAPI", "Kerberos; used only where it is asked for"),
        ("OAUTHBEARER", "An OAuth token"),
        ("XOAUTH2", "An OAuth token, by Google's and Microsoft's rules"),
    ];
}
