using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.ServerTests.SenderDomains;
using EmailSettings.Mail;
using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Sasl;

namespace EmailSettings.Core.ServerTests.Running;

/// <summary>What tests of servers work with. The defaults are what every front uses.</summary>
internal sealed record ServerTestServices
{
    /// <summary>Makes mail sessions.</summary>
    public IMailSessionFactory Sessions { get; init; } = new MailSessionFactory();

    public IHostResolver Resolver { get; init; } = SystemHostResolver.Instance;

    /// <summary>DNS beyond addresses.</summary>
    public IDnsRecords Dns { get; init; } = new DnsRecords();

    /// <summary>Mechanisms of logins beside those of the sessions.</summary>
    public ISaslClients SaslClients { get; init; } = new FurtherMechanisms();

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A variable of the environment.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Roots that belong to the normal trust although the operating system does not list them.</summary>
    public X509Certificate2Collection NormalTrust { get; init; } = [];

    /// <summary>The root of Microsoft Graph; null for the cloud's own.</summary>
    public Uri? GraphRoot { get; init; }
}
