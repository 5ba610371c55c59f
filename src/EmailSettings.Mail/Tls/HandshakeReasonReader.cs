using System.ComponentModel;

namespace EmailSettings.Mail.Tls;

/// <summary>
/// Finds the reason of a failed handshake in OpenSSL's exceptions (whose texts are not localized), SChannel's status codes, or
/// the server's alert.
/// </summary>
internal static class HandshakeReasonReader
{
    // openssl/sslerr.h
    private static readonly (string Words, HandshakeReason Reason)[] OpenSsl =
    [
        ("dh key too small", HandshakeReason.WeakKeyExchange),
        ("ee key too small", HandshakeReason.WeakCertificateKey),
        ("ca key too small", HandshakeReason.WeakCertificateKey),
        ("ca md too weak", HandshakeReason.WeakCertificateDigest),
        ("ecc cert not for signing", HandshakeReason.KeyUsage),
        ("bad ecc cert", HandshakeReason.KeyUsage),
        ("wrong signature type", HandshakeReason.SignatureAlgorithm),
        ("no suitable signature algorithm", HandshakeReason.SignatureAlgorithm),
        ("no shared signature algorithms", HandshakeReason.SignatureAlgorithm),
        ("legacy sigalg disallowed or unsupported", HandshakeReason.SignatureAlgorithm),
        ("wrong cipher returned", HandshakeReason.NoCommonCipher),
        ("no shared cipher", HandshakeReason.NoCommonCipher),
        ("no ciphers available", HandshakeReason.NoCommonCipher),
        ("unsupported protocol", HandshakeReason.Version),
        ("wrong ssl version", HandshakeReason.Version),
    ];

    // winerror.h. For the remaining reasons SChannel has one common code.
    private static readonly Dictionary<int, HandshakeReason> SChannel = new()
    {
        [unchecked((int)0x80090331)] = HandshakeReason.NoCommonCipher, // SEC_E_ALGORITHM_MISMATCH
        [unchecked((int)0x80090349)] = HandshakeReason.KeyUsage, // SEC_E_CERT_WRONG_USAGE
        [unchecked((int)0x80090302)] = HandshakeReason.Version, // SEC_E_UNSUPPORTED_FUNCTION
    };

    // RFC 8446 section 6.2.
    private static readonly Dictionary<int, HandshakeReason> Alerts = new()
    {
        [70] = HandshakeReason.Version,
        [71] = HandshakeReason.WeakClient,
    };

    /// <summary>Gets the library's own message without its framing: <c>AuthenticationException: packet length too long</c>.</summary>
    public static string MessageOf(Exception failed)
    {
        var inner = failed.GetBaseException().Message;
        // OpenSSL: error:0A0000C6:SSL routines::packet length too long
        var routine = inner.IndexOf("SSL routines:", StringComparison.Ordinal);
        return $"{failed.GetType().Name}: {(routine < 0 ? inner : inner[(inner.LastIndexOf(':') + 1)..])}";
    }

    /// <summary>Gets the reason; null if neither the exception nor the server's answer gives one.</summary>
    public static HandshakeReason? Of(Exception failed, TlsPeerAnswer answer)
    {
        // The alert comes first: the local library only repeats it.
        if (answer is { Kind: TlsPeerAnswerKind.Alert, AlertCode: { } code } && Alerts.TryGetValue(code, out var alert))
            return alert;
        for (var e = failed; e is not null; e = e.InnerException)
        {
            if (e is Win32Exception status && SChannel.TryGetValue(status.NativeErrorCode, out var known))
                return known;
            foreach (var (words, reason) in OpenSsl)
            {
                if (e.Message.Contains(words, StringComparison.Ordinal))
                    return reason;
            }
        }

        return null;
    }
}
