using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace EmailSettings.Integration.Tests.Tokens;

/// <summary>The tenant, the application, its users and mailboxes. Every secret is new in each run.</summary>
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

    /// <summary>Application permissions for Exchange.</summary>
    public IReadOnlyList<string> ExchangeRoles { get; set; } = ["IMAP.AccessAsApp", "SMTP.SendAsApp"];

    /// <summary>Application permissions for Graph.</summary>
    public IReadOnlyList<string> GraphRoles { get; set; } = [];

    /// <summary>The number of messages in the inbox reported by Graph.</summary>
    public int InboxCount { get; set; } = 3;

    /// <summary>The error for every otherwise valid token request.</summary>
    public AadError? Refusal { get; set; }

    /// <summary>The setting "Allow public client flows".</summary>
    public bool PublicClientAllowed { get; set; } = true;

    /// <summary>The user's response to the device code.</summary>
    public DeviceCodeState DeviceCode { get; set; } = DeviceCodeState.Pending;

    /// <summary>The lifetime of a token in seconds; negative for expired tokens.</summary>
    public int TokenLifetimeSeconds { get; set; } = 3600;

    /// <summary>Whether tokens are opaque rather than JWTs.</summary>
    public bool OpaqueTokens { get; set; }

    /// <summary>Whether every refusal includes the request's form, like a server that reveals too much.</summary>
    public bool EchoesSecrets { get; set; }

    /// <summary>A fixed answer to everything.</summary>
    public RawAnswer? RawAnswer { get; set; }

    /// <summary>While set and not completed, requests are not answered.</summary>
    public TaskCompletionSource? Silence { get; set; }

    /// <summary>The paths requested, in order.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Creates a secret with characters that URL encoding changes.</summary>
    public static string NewSecret() => "c4nary~" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(18)) + "/+ä";

    internal void Count(string path) => _requests.Enqueue(path);
}
