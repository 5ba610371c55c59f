using System.ComponentModel;
using System.Security.Authentication;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Mail.Tests;

/// <summary>The reason of a failed handshake, read from the exceptions of both systems' TLS libraries.</summary>
public sealed class HandshakeReasonTests
{
    private static readonly TlsPeerAnswer Nothing = new() { Kind = TlsPeerAnswerKind.Nothing };

    [Theory]
    [InlineData("error:0A00018A:SSL routines::dh key too small", HandshakeReason.WeakKeyExchange)]
    [InlineData("error:0A00018F:SSL routines::ee key too small", HandshakeReason.WeakCertificateKey)]
    [InlineData("error:0A00018E:SSL routines::ca md too weak", HandshakeReason.WeakCertificateDigest)]
    [InlineData("error:0A000172:SSL routines::wrong signature type", HandshakeReason.SignatureAlgorithm)]
    [InlineData("error:0A00013E:SSL routines::ecc cert not for signing", HandshakeReason.KeyUsage)]
    [InlineData("error:0A000102:SSL routines::unsupported protocol", HandshakeReason.Version)]
    [InlineData("error:0A000126:SSL routines::unexpected eof while reading", null)]
    public void OpenSSL_tells_the_reason_in_the_innermost_exception(string message, HandshakeReason? reason)
    {
        var failed = new AuthenticationException("Authentication failed, see inner exception.", new InvalidOperationException("SSL Handshake failed with OpenSSL error - SSL_ERROR_SSL.", new InvalidOperationException(message)));
        Assert.Equal(reason, HandshakeReasonReader.Of(failed, Nothing));
    }

    [Theory]
    [InlineData("error:0A0000C6:SSL routines::packet length too long", "AuthenticationException: packet length too long")]
    [InlineData("The message received was unexpected or badly formatted.", "AuthenticationException: The message received was unexpected or badly formatted.")]
    public void The_message_of_the_TLS_library_is_shown_without_its_framing(string message, string words) =>
        Assert.Equal(words, HandshakeReasonReader.MessageOf(new AuthenticationException("Authentication failed, see inner exception.", new InvalidOperationException(message))));

    [Theory]
    [InlineData(0x0201, "RSA with SHA-1")]
    [InlineData(0x0403, "ECDSA with SHA-256")]
    [InlineData(0x0804, "RSA-PSS with SHA-256")]
    [InlineData(0x080B, "RSA-PSS with SHA-512")]
    [InlineData(0x0807, "Ed25519")]
    [InlineData(0x081A, "signature scheme 081a")]
    public void Signature_schemes_are_named_as_tools_name_them(int scheme, string name) => Assert.Equal(name, TlsNames.SignatureScheme(scheme));

    [Theory]
    [InlineData(0x80090331, HandshakeReason.NoCommonCipher)]
    [InlineData(0x80090349, HandshakeReason.KeyUsage)]
    [InlineData(0x80090302, HandshakeReason.Version)]
    [InlineData(0x80090308, null)]
    public void SChannel_tells_the_reason_by_its_status(uint status, HandshakeReason? reason)
    {
        var failed = new AuthenticationException("Authentication failed, see inner exception.", new Win32Exception(unchecked((int)status)));
        Assert.Equal(reason, HandshakeReasonReader.Of(failed, Nothing));
    }

    [Theory]
    [InlineData(70, HandshakeReason.Version)]
    [InlineData(71, HandshakeReason.WeakClient)]
    [InlineData(80, null)]
    public void The_server_tells_the_reason_by_its_alert(int code, HandshakeReason? reason)
    {
        var answer = new TlsPeerAnswer { Kind = TlsPeerAnswerKind.Alert, AlertCode = code };
        Assert.Equal(reason, HandshakeReasonReader.Of(new AuthenticationException("Authentication failed."), answer));
    }
}
