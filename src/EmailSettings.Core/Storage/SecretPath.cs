using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Storage;

/// <summary>The paths of secrets, as used in changes, history, comparisons and messages.</summary>
internal static class SecretPath
{
    /// <summary>Password of the outgoing server.</summary>
    public const string OutgoingPassword = "outgoingServer.password";

    /// <summary>Client secret of the outgoing server.</summary>
    public const string OutgoingSecret = "outgoingServer.secret";

    /// <summary>Password of the SMS Server.</summary>
    public const string SmsPassword = "smsServer.password";

    /// <summary>Returns the path of the client secret of an incoming server.</summary>
    public static string OfServer(string serverPath) => $"{serverPath}.secret";

    /// <summary>Returns the path of a stored secret.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="pathOfServer">Returns the path of the incoming server with an id.</param>
    public static string Of(SecretKey key, Func<Guid, string> pathOfServer) => key.Kind switch
    {
        SecretPurposeKind.OutgoingPassword => OutgoingPassword,
        SecretPurposeKind.OutgoingSecret => OutgoingSecret,
        SecretPurposeKind.SmsPassword => SmsPassword,
        _ => OfServer(pathOfServer(key.ServerId!.Value)),
    };
}
