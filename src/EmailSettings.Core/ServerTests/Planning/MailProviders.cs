using EmailSettings.Core.Findings;

namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Identifies providers by the domains of their mail hosts, as documented by them.</summary>
internal static class MailProviders
{
    private static readonly (MailProvider Provider, string[] Domains)[] Known =
    [
        (MailProvider.Microsoft365, ["office365.com", "office.com", "outlook.com", "office365.us", "partner.outlook.cn"]),
        (MailProvider.Gmail, ["gmail.com", "googlemail.com"]),
        (MailProvider.AppPasswords,
        [
            "yahoo.com", "aol.com", "mail.me.com", "zoho.com", "zoho.eu", "zoho.in", "gmx.net", "gmx.com", "web.de", "mail.com", "yandex.ru", "yandex.com",
            "yandex.net", "mail.ru", "qq.com", "163.com", "126.com", "yeah.net", "fastmail.com",
        ]),
        (MailProvider.AmazonSes, ["amazonaws.com"]),
        (MailProvider.SendingService, ["sendgrid.net", "mailgun.org", "postmarkapp.com", "brevo.com", "sendinblue.com", "smtp2go.com", "sparkpostmail.com", "mailjet.com", "mandrillapp.com"]),
    ];

    /// <summary>Returns the provider of a host.</summary>
    public static MailProvider Of(string? host) =>
        host is null ? MailProvider.Other : Known.FirstOrDefault(known => known.Domains.Any(domain => Ends(host, domain))).Provider;

    /// <summary>
    /// Returns whether the provider offers STARTTLS on ports 25, 143 and 587, so that a device in between must have removed it.
    /// </summary>
    public static bool OffersStartTls(string? host) => Of(host) != MailProvider.Other;

    private static bool Ends(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith('.' + domain, StringComparison.OrdinalIgnoreCase);
}
