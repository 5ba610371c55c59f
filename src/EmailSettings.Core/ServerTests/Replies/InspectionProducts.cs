namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>
/// Products that open TLS connections on the way and issue certificates of their own, by the names that their vendors give to
/// the roots they install. A box's own certificate bears the same names, so that whoever asks must know that the certificate is
/// for the host of the test.
/// </summary>
internal static class InspectionProducts
{
    // Marker in the issuer → product. The more exact marker stands first.
    private static readonly (string Marker, string Product)[] Known =
    [
        // Antivirus on this machine.
        ("avast web/mail shield", "Avast Web/Mail Shield"), // github.com/jstedfast/MailKit/issues/912
        ("avast! mail scanner", "Avast Mail Scanner"),
        ("avg web/mail shield", "AVG Web/Mail Shield"),
        ("avg technologies", "AVG"),
        ("avira web protection", "Avira"),
        ("bitdefender personal ca", "Bitdefender"),
        ("bitdefender ca ssl", "Bitdefender"),
        ("eset ssl filter ca", "ESET"), // help.eset.com
        ("kaspersky anti-virus personal root", "Kaspersky"),
        ("kaspersky web anti-virus", "Kaspersky"),
        ("kaspersky endpoint security", "Kaspersky Endpoint Security"),
        ("ao kaspersky lab", "Kaspersky"),
        ("spider gate", "Dr.Web"),
        ("dr.web", "Dr.Web"),
        ("doctor web", "Dr.Web"),
        ("norton web/mail shield", "Norton"),
        ("norton antivirus", "Norton"),
        ("g data mail security", "G DATA"),
        ("g data", "G DATA"),
        ("bullguard", "BullGuard"),
        ("panda security", "Panda"),
        ("360 total security", "360 Total Security"),
        ("adguard", "AdGuard"),

        // Firewalls and gateways of the network.
        ("fortinet_ca", "Fortinet FortiGate"), // docs.fortinet.com/document/fortiproxy/7.2.5/cli-reference/141620
        ("fortinet untrusted ca", "Fortinet FortiGate"),
        ("fortinet", "Fortinet FortiGate"),
        ("securityappliance_ssl_ca", "Sophos Firewall"), // www.avanet.com/en/kb/how-to-install-ssl-ca-certificate-for-sophos-https-scanning/
        ("sophos ssl ca", "Sophos Firewall"),
        ("sophos", "Sophos"),
        ("cyberoam", "Cyberoam"),
        ("watchguard", "WatchGuard"),
        ("fireware https proxy", "WatchGuard"),
        ("sonicwall", "SonicWall"),
        ("check point", "Check Point"),
        ("palo alto networks", "Palo Alto Networks"),
        ("pan-os", "Palo Alto Networks"),
        ("barracuda", "Barracuda"),
        ("untangle", "Untangle"),
        ("arista edge threat", "Arista Edge Threat Management"),
        ("smoothwall", "Smoothwall"),
        ("lightspeed", "Lightspeed"),
        ("securly", "Securly"),
        ("contentkeeper", "ContentKeeper"),
        ("stormshield", "Stormshield"),
        ("huawei usg", "Huawei USG"),
        ("hillstone", "Hillstone"),
        ("sangfor", "Sangfor"),
        ("kerio control", "Kerio Control"),
        ("usergate", "UserGate"),
        ("squid", "Squid"),

        // Gateways in the cloud.
        ("zscaler", "Zscaler"), // github.com/docker/scan-cli-plugin/issues/168
        ("netskope", "Netskope"),
        ("goskope", "Netskope"),
        ("cisco umbrella", "Cisco Umbrella"),
        ("opendns", "Cisco Umbrella"),
        ("ironport", "Cisco Web Security"),
        ("cloudflare gateway", "Cloudflare Gateway"),
        ("gateway ca - cloudflare", "Cloudflare Gateway"),
        ("forcepoint", "Forcepoint"),
        ("websense", "Forcepoint"),
        ("blue coat", "Symantec ProxySG"),
        ("bluecoat", "Symantec ProxySG"),
        ("symantec web security", "Symantec Web Security Service"), // techdocs.broadcom.com
        ("mcafee web gateway", "Skyhigh Web Gateway"),
        ("skyhigh", "Skyhigh Web Gateway"),
        ("trend micro", "Trend Micro"),
        ("iboss", "iboss"),
        ("menlo security", "Menlo Security"),
        ("cato networks", "Cato Networks"),

        // Tools of developers.
        ("mitmproxy", "mitmproxy"),
        ("portswigger", "Burp Suite"),
        ("charles proxy", "Charles"),
        ("fiddlerroot", "Fiddler"),
        ("do_not_trust", "Fiddler"),
        ("progress telerik fiddler", "Fiddler"),
    ];

    /// <summary>The product that issued a certificate; null where the issuer is none that is known.</summary>
    /// <param name="issuer">The issuer's distinguished name.</param>
    public static string? Of(string? issuer) =>
        issuer is null ? null : Known.FirstOrDefault(known => issuer.Contains(known.Marker, StringComparison.OrdinalIgnoreCase)).Product;
}
