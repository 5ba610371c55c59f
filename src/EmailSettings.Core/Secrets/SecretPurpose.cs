using System.Text.Unicode;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Secrets;

/// <summary>
/// The purpose of a secret: <c>outgoing.password</c>, <c>outgoing.secret</c>, <c>incoming.secret:NAME</c>, <c>sms.password</c> or
/// <c>text</c>. A protected text can be decrypted only for its own purpose.
/// </summary>
public sealed record SecretPurpose
{
    /// <summary>The notation of an incoming server's client secret, before the name or the id of the server.</summary>
    internal const string IncomingSecretNotation = "incoming.secret:";

    private const string SmsPasswordNotation = "sms.password";
    private const string TextNotation = "text";

    private SecretPurpose(SecretPurposeKind kind, string? serverName = null, string? target = null)
    {
        Kind = kind;
        ServerName = serverName;
        Target = target;
    }

    /// <summary>The password of the outgoing server.</summary>
    public static SecretPurpose OutgoingPassword { get; } = new(SecretPurposeKind.OutgoingPassword);

    /// <summary>The client secret of the outgoing server.</summary>
    public static SecretPurpose OutgoingSecret { get; } = new(SecretPurposeKind.OutgoingSecret);

    /// <summary>The password of the SMS Server.</summary>
    public static SecretPurpose SmsPassword { get; } = new(SecretPurposeKind.SmsPassword);

    /// <summary>Any other text.</summary>
    public static SecretPurpose Text { get; } = new(SecretPurposeKind.Text);

    /// <summary>The kind of secret.</summary>
    public SecretPurposeKind Kind { get; }

    /// <summary>The name of the incoming server; null for other kinds.</summary>
    public string? ServerName { get; }

    /// <summary>
    /// What a secret of a server is bound to, lower case: <c>authority host/tenant/client id</c> for an incoming one,
    /// <c>host:port/tls</c> (or <c>/clear</c>) for an outgoing password, both, joined by a slash, for an outgoing client secret.
    /// Null if unbound and for other kinds.
    /// </summary>
    public string? Target { get; }

    /// <summary>The notation with the target, if any, for prompts.</summary>
    public string WithTargetShown => Target is { Length: > 0 } ? $"{this}, for {Target}" : ToString();

    /// <summary>Whether the secret is used in a mail or SMS login, which cannot carry NUL (RFC 4616).</summary>
    public bool IsLogin => Kind != SecretPurposeKind.Text;

    /// <summary>
    /// The purpose as written in the protected payload. An incoming secret has its target instead of its server, so that renaming
    /// the server keeps the secret.
    /// </summary>
    /// <exception cref="InvalidOperationException">It is a server's secret without a target.</exception>
    public string PayloadName => !HasTarget
        ? ToString()
        : Target is { } target
            ? target.Length > 0 ? Notation(Kind) + target : UnboundName!
            : throw new InvalidOperationException("The secret of a server is protected and opened for a target: call BoundTo.");

    /// <summary>
    /// The name in payloads without a target, which earlier versions wrote for outgoing secrets; null for other kinds.
    /// </summary>
    internal string? UnboundName => Kind is SecretPurposeKind.OutgoingPassword or SecretPurposeKind.OutgoingSecret ? ToString() : null;

    /// <summary>This outgoing secret as protected by earlier versions, only for decryption.</summary>
    internal SecretPurpose WithoutTarget => UnboundName is null ? throw new InvalidOperationException("Only outgoing secrets were ever without a target.") : new(Kind, target: "");

    private bool HasTarget => Kind is SecretPurposeKind.OutgoingPassword or SecretPurposeKind.OutgoingSecret or SecretPurposeKind.IncomingSecret;

    /// <summary>Returns the client secret of an incoming server, not yet bound to a target.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static SecretPurpose IncomingSecret(string serverName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serverName);
        return new SecretPurpose(SecretPurposeKind.IncomingSecret, serverName);
    }

    /// <summary>Like <see cref="IncomingSecret"/>; returns null for a name that no server can have.</summary>
    public static SecretPurpose? TryIncomingSecret(string serverName) => TryParse(IncomingSecretNotation + serverName);

    /// <summary>Binds this incoming secret to a tenant and client.</summary>
    /// <param name="address">The authority, <c>https://host/tenant-guid</c>, validated.</param>
    /// <param name="clientId">The application (client) id.</param>
    /// <exception cref="ArgumentException">The address has no tenant GUID.</exception>
    /// <exception cref="InvalidOperationException">Not an incoming secret.</exception>
    public SecretPurpose BoundTo(Uri address, Guid clientId)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (Kind != SecretPurposeKind.IncomingSecret) throw new InvalidOperationException("Only incoming secrets are bound to a target.");
        if (!address.IsAbsoluteUri || !Guid.TryParse(address.AbsolutePath.Trim('/'), out _))
            throw new ArgumentException("The authority has no tenant GUID.", nameof(address));

        return new SecretPurpose(Kind, ServerName, SecretTarget.Of(address, clientId));
    }

    /// <summary>
    /// Binds this outgoing secret to the server's current target. Unset values are part of the target: setting them later changes
    /// it.
    /// </summary>
    /// <exception cref="InvalidOperationException">Not an outgoing secret.</exception>
    public SecretPurpose BoundTo(OutgoingMailServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (UnboundName is null) throw new InvalidOperationException("Only outgoing secrets are bound to the outgoing server.");
        var mail = SecretTarget.Of(server);
        return new SecretPurpose(Kind, target: Kind == SecretPurposeKind.OutgoingPassword ? mail : $"{SecretTarget.Of(server.Address, server.ClientId)}/{mail}");
    }

    /// <summary>
    /// Returns the fields in which the target differs from another of the same kind, in one line; empty if none.
    /// </summary>
    internal string DifferencesFrom(SecretPurpose other)
    {
        var (here, there) = (SecretTarget.Fields(Kind, Target ?? ""), SecretTarget.Fields(Kind, other.Target ?? ""));
        return string.Join(", ", (here ?? []).Except(there ?? []).Select(part => part.Field));
    }

    /// <summary>Parses the notation; the keyword is case-insensitive, the server's name is taken as is.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.PurposeUnknown"/>.</exception>
    public static SecretPurpose Parse(string? notation) =>
        TryParse(notation) ?? throw SecretErrors.PurposeUnknown.Error(value: notation ?? "");

    /// <summary>Like <see cref="Parse"/>, but returns null for an unknown purpose.</summary>
    public static SecretPurpose? TryParse(string? notation)
    {
        var text = notation?.Trim() ?? "";
        foreach (var purpose in new[] { OutgoingPassword, OutgoingSecret, SmsPassword, Text })
        {
            if (text.Equals(purpose.ToString(), StringComparison.OrdinalIgnoreCase)) return purpose;
        }
        return text.StartsWith(IncomingSecretNotation, StringComparison.OrdinalIgnoreCase) && text[IncomingSecretNotation.Length..].Trim() is { Length: > 0 } name
            ? IncomingSecret(name)
            : null;
    }

    /// <summary>Rejects a secret that is empty, longer than 65 536 bytes, not UTF-8, or, for a login, contains NUL.</summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.SecretLengthInvalid"/>, <see cref="SecretErrors.SecretNotUtf8"/> or
    /// <see cref="SecretErrors.SecretHoldsNul"/>.
    /// </exception>
    public void Check(SecretText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > SecretText.MaxLength) throw SecretErrors.SecretLengthInvalid.Error(ToString(), $"more than {SecretText.MaxLength}", $"1 … {SecretText.MaxLength}");
        if (text.Length == 0) throw SecretErrors.SecretLengthInvalid.Error(ToString(), 0, $"1 … {SecretText.MaxLength}");
        if (!Utf8.IsValid(text.Span)) throw SecretErrors.SecretNotUtf8.Error(ToString());
        if (IsLogin && text.Span.Contains((byte)0)) throw SecretErrors.SecretHoldsNul.Error(ToString());
    }

    /// <summary>Parses the name in a payload, with its target if it has one; null for an impossible name.</summary>
    internal static SecretPurpose? FromPayloadName(string name)
    {
        foreach (var kind in new[] { SecretPurposeKind.OutgoingPassword, SecretPurposeKind.OutgoingSecret, SecretPurposeKind.IncomingSecret })
        {
            if (!name.StartsWith(Notation(kind), StringComparison.Ordinal)) continue;
            var target = name[Notation(kind).Length..];
            return SecretTarget.Fields(kind, target) is null ? null : new SecretPurpose(kind, target: target);
        }
        return TryParse(name) is { Kind: not SecretPurposeKind.IncomingSecret } known && known.ToString() == name ? known : null;
    }

    /// <summary>Returns the notation.</summary>
    public override string ToString() => Kind switch
    {
        SecretPurposeKind.OutgoingPassword => SettingBlocks.OutgoingPasswordPurpose,
        SecretPurposeKind.OutgoingSecret => SettingBlocks.OutgoingSecretPurpose,
        SecretPurposeKind.IncomingSecret => IncomingSecretNotation + ServerName,
        SecretPurposeKind.SmsPassword => SmsPasswordNotation,
        _ => TextNotation,
    };

    // The prefix before the target in a payload.
    private static string Notation(SecretPurposeKind kind) => kind switch
    {
        SecretPurposeKind.OutgoingPassword => SettingBlocks.OutgoingPasswordPurpose + ':',
        SecretPurposeKind.OutgoingSecret => SettingBlocks.OutgoingSecretPurpose + ':',
        _ => IncomingSecretNotation,
    };
}
