using System.Security.Cryptography;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using static EmailSettings.Core.Tests.Secrets.SecretProtectorTests;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>A secret's target, which no edit can change.</summary>
public sealed class SecretTargetTests
{
    [Theory]
    [InlineData("smtp.example.net", 587, true, "host")]
    [InlineData(null, 587, true, "host")]
    [InlineData("smtp.example.org", 25, true, "port")]
    [InlineData("smtp.example.org", 587, false, "useSsl")]
    [InlineData("smtp.example.net", 465, false, "host, port, useSsl")]
    public void An_outgoing_secret_is_decrypted_only_for_its_host_port_and_TLS(string? host, int port, bool useSsl, string differing)
    {
        using var certificate = TestCertificates.Open();
        var other = Server with { Host = host, Port = port, UseSsl = useSsl };
        foreach (var purpose in new[] { SecretPurpose.OutgoingPassword, SecretPurpose.OutgoingSecret })
        {
            var text = Protect(certificate, purpose.BoundTo(Server), "hunter2");
            Assert.Equal(differing, Refusal.Of(SettingsErrors.SecretRequiredAgain, () => Open(certificate, purpose.BoundTo(other), text)).Detail);
        }
    }

    [Fact]
    public void An_outgoing_client_secret_is_decrypted_only_for_its_authority_and_client()
    {
        using var certificate = TestCertificates.Open();
        var text = Protect(certificate, SecretPurpose.OutgoingSecret.BoundTo(Server), "hunter2");
        foreach (var (other, differing) in new[]
        {
            (Server with { ClientId = Guid.NewGuid() }, "clientId"),
            (Server with { ClientId = null }, "clientId"),
            (Server with { Address = new Uri("https://evil.example.org" + Authority.AbsolutePath) }, "address"),
            (Server with { Address = null }, "address"),
        })
        {
            Assert.Equal(differing, Refusal.Of(SettingsErrors.SecretRequiredAgain, () => Open(certificate, SecretPurpose.OutgoingSecret.BoundTo(other), text)).Detail);
        }
        Assert.Equal("hunter2", Open(certificate, SecretPurpose.OutgoingSecret.BoundTo(Server with { ServerUser = "another" }), text));
    }

    [Theory]
    [InlineData("SMTP.Example.ORG", "smtp.example.org")]
    [InlineData("smtp.example.org.", "smtp.example.org")]
    [InlineData("smtp。example。org", "smtp.example.org")]
    [InlineData("MÜLLER.example", "xn--mller-kva.example")]
    [InlineData("müller.example.", "xn--mller-kva.example")]
    [InlineData("2001:DB8:0::1", "2001:db8::1")]
    public void One_host_written_in_two_ways_is_one_target(string one, string other)
    {
        using var certificate = TestCertificates.Open();
        var text = Protect(certificate, SecretPurpose.OutgoingPassword.BoundTo(Server with { Host = one }), "hunter2");
        Assert.Equal("hunter2", Open(certificate, SecretPurpose.OutgoingPassword.BoundTo(Server with { Host = other }), text));
    }

    [Fact]
    public void Without_a_target_an_outgoing_secret_is_neither_protected_nor_opened()
    {
        using var certificate = TestCertificates.Open();
        Assert.Throws<InvalidOperationException>(() => Protect(certificate, SecretPurpose.OutgoingPassword, "hunter2"));
        var earlier = Protect(certificate, SecretPurpose.OutgoingPassword.WithoutTarget, "hunter2");
        Refusal.Of(SecretErrors.SecretWithoutTarget, () => Open(certificate, Password, earlier));
        Assert.Throws<InvalidOperationException>(() => Open(certificate, SecretPurpose.OutgoingPassword, earlier));
    }

    // The digest does not cover the name: an attacker's change of it must not result in another valid target.
    [Theory]
    [InlineData("outgoing.password:")]
    [InlineData("outgoing.password:smtp.example.org:587")]
    [InlineData("outgoing.password:smtp.example.org/tls")]
    [InlineData("outgoing.password:smtp.example.org:587/ssl")]
    [InlineData("outgoing.password:smtp.example.org:99999/tls")]
    [InlineData("outgoing.password:sm tp:587/tls")]
    [InlineData("outgoing.password:smtp.example.org:587/tls/tls")]
    [InlineData("outgoing.secret:smtp.example.org:587/tls")]
    [InlineData("outgoing.secret:login/x/y/smtp.example.org:587/tls")]
    [InlineData("incoming.secret:login.example.org/x/y")]
    public void A_name_that_no_payload_has_is_reported_as_altered(string name)
    {
        using var certificate = TestCertificates.Open();
        var text = Encrypt(certificate, RSAEncryptionPadding.OaepSHA256, "2.16.840.1.101.3.4.1.42", SecretPayload.Write(name, "hunter2"u8));
        Refusal.Of(SecretErrors.ProtectedTextAltered, () => Open(certificate, Password, text));
    }

    [Fact]
    public void An_incoming_secret_survives_a_new_name_but_not_a_new_client()
    {
        using var certificate = TestCertificates.Open();
        var text = Protect(certificate, SecretPurpose.IncomingSecret("Sales").BoundTo(Authority, Client), "hunter2");
        Assert.Equal("hunter2", Open(certificate, SecretPurpose.IncomingSecret("Renamed").BoundTo(Authority, Client), text));
        Refusal.Of(SettingsErrors.SecretRequiredAgain, () =>
            Open(certificate, SecretPurpose.IncomingSecret("Sales").BoundTo(Authority, Guid.NewGuid()), text));
        Refusal.Of(SettingsErrors.SecretRequiredAgain, () =>
            Open(certificate, SecretPurpose.IncomingSecret("Sales").BoundTo(new Uri("https://evil.example.org" + Authority.AbsolutePath), Client), text));
    }
}
