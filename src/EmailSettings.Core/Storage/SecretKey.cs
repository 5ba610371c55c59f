using System.Diagnostics.CodeAnalysis;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Storage;

/// <summary>
/// The key of a stored secret. Incoming secrets are keyed by the id of their server, so that renaming keeps them. A class,
/// because dictionaries of reference types are precompiled with the runtime.
/// </summary>
/// <param name="Kind">The kind of secret.</param>
/// <param name="ServerId">The id of the incoming server; null for other kinds.</param>
public sealed record SecretKey(SecretPurposeKind Kind, Guid? ServerId = null)
{
    /// <summary>Password of the outgoing server.</summary>
    public static SecretKey OutgoingPassword { get; } = new(SecretPurposeKind.OutgoingPassword);

    /// <summary>Client secret of the outgoing server.</summary>
    public static SecretKey OutgoingSecret { get; } = new(SecretPurposeKind.OutgoingSecret);

    /// <summary>Password of the SMS Server.</summary>
    public static SecretKey SmsPassword { get; } = new(SecretPurposeKind.SmsPassword);

    /// <summary>Client secret of an incoming server.</summary>
    public static SecretKey Incoming(Guid serverId) => new(SecretPurposeKind.IncomingSecret, serverId);

    /// <summary>Parses what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SecretKey? key)
    {
        key = text.StartsWith(SecretPurpose.IncomingSecretNotation, StringComparison.Ordinal) && Guid.TryParseExact(text[SecretPurpose.IncomingSecretNotation.Length..], "D", out var id)
            ? Incoming(id)
            : SecretPurpose.TryParse(text) is { Kind: not (SecretPurposeKind.IncomingSecret or SecretPurposeKind.Text) } purpose ? new SecretKey(purpose.Kind) : null;
        return key is not null;
    }

    /// <summary>Returns the form used in stores.</summary>
    public override string ToString() => Kind switch
    {
        SecretPurposeKind.OutgoingPassword => SecretPurpose.OutgoingPassword.ToString(),
        SecretPurposeKind.OutgoingSecret => SecretPurpose.OutgoingSecret.ToString(),
        SecretPurposeKind.SmsPassword => SecretPurpose.SmsPassword.ToString(),
        _ => $"{SecretPurpose.IncomingSecretNotation}{ServerId:D}",
    };
}
