using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.ServerTests.SenderDomains;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>The dependencies of server tests. Front ends use the defaults.</summary>
internal sealed record ServerTestServices
{
    /// <summary>Creates mail sessions.</summary>
    public IMailSessionFactory Sessions { get; init; } = new MailSessionFactory();

    public IHostResolver Resolver { get; init; } = SystemHostResolver.Instance;

    /// <summary>Looks up DNS records other than addresses.</summary>
    public IDnsRecords Dns { get; init; } = new DnsRecords();

    /// <summary>Login mechanisms in addition to those of the sessions.</summary>
    public ISaslClients SaslClients { get; init; } = new FurtherMechanisms();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Reads environment variables.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Roots that are trusted like those of the operating system.</summary>
    public X509Certificate2Collection NormalTrust { get; init; } = [];

    /// <summary>The root URL of Microsoft Graph; null for that of the cloud.</summary>
    public Uri? GraphRoot { get; init; }
}
