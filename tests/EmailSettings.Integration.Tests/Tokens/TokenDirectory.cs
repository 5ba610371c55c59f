using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>The tenant, the application, its users and mailboxes. Every secret is made anew in each run.</summary>
public sealed class TokenDirectory
{
    private readonly ConcurrentQueue<string> _requests = new();

    public Guid TenantId { get; } = Guid.NewGuid();

    public Guid ClientId { get; } = Guid.NewGuid();

    public string ClientSecret { get; } = NewSecret();

    public string UserName { get; } = "alice@mail.test";

    public string UserPassword { get; } = NewSecret();

    /// <summary>The mailbox that the application may open.</summary>
    public string Mailbox { get; set; } = "alice@mail.test";

    /// <summary>Application rights at Exchange.</summary>
    public IReadOnlyList<string> ExchangeRoles { get; set; } = ["IMAP.AccessAsApp", "SMTP.SendAsApp"];

    /// <summary>Application rights at Graph.</summary>
    public IReadOnlyList<string> GraphRoles { get; set; } = [];

    /// <summary>Messages in the inbox, as Graph tells.</summary>
    public int InboxCount { get; set; } = 3;

    /// <summary>What every otherwise right request for a token meets.</summary>
    public AadError? Refusal { get; set; }

    /// <summary>"Allow public client flows".</summary>
    public bool PublicClientAllowed { get; set; } = true;

    /// <summary>What the person did with the device code.</summary>
    public DeviceCodeState DeviceCode { get; set; } = DeviceCodeState.Pending;

    /// <summary>Life of a token in seconds; negative makes tokens that have ended.</summary>
    public int TokenLifetimeSeconds { get; set; } = 3600;

    /// <summary>Tokens that are no JWT.</summary>
    public bool OpaqueTokens { get; set; }

    /// <summary>Adds the request's form to the text of every refusal, as a server that tells too much.</summary>
    public bool EchoesSecrets { get; set; }

    /// <summary>Answers everything alike.</summary>
    public RawAnswer? RawAnswer { get; set; }

    /// <summary>While set and not completed, no request is answered.</summary>
    public TaskCompletionSource? Silence { get; set; }

    /// <summary>Paths asked for, in order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>A secret of this run with characters that URL encoding changes.</summary>
    public static string NewSecret() => "c4nary~" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)) + "/+ä";

    internal void Count(string path) => _requests.Enqueue(path);
}
