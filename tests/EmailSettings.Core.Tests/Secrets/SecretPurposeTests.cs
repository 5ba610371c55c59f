using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class SecretPurposeTests
{
    private static readonly Guid Client = Guid.Parse("0F8FAD5B-D9CB-469F-A165-70867728950E");
    private static readonly Uri Authority = new("https://LOGIN.example.org/7C9E6679-7425-40DE-944B-E07FC1F90AE7");

    [Theory]
    [InlineData("outgoing.password", SecretPurposeKind.OutgoingPassword)]
    [InlineData("outgoing.secret", SecretPurposeKind.OutgoingSecret)]
    [InlineData("sms.password", SecretPurposeKind.SmsPassword)]
    [InlineData("text", SecretPurposeKind.Text)]
    public void Each_notation_round_trips(string notation, SecretPurposeKind kind)
    {
        Assert.Equal(kind, SecretPurpose.Parse(notation).Kind);
        Assert.Equal(kind, SecretPurpose.Parse(notation.ToUpperInvariant()).Kind);
        Assert.Equal(notation, SecretPurpose.Parse($" {notation} ").ToString());
    }

    [Theory]
    [InlineData("Sales")]
    [InlineData("sales: north [1]*")]
    [InlineData("-x")]
    [InlineData("Vertrieb Köln 📧")]
    public void The_name_of_an_incoming_server_is_unchanged(string name)
    {
        var purpose = SecretPurpose.Parse($"Incoming.Secret:{name}");
        Assert.Equal(SecretPurposeKind.IncomingSecret, purpose.Kind);
        Assert.Equal(name, purpose.ServerName);
        Assert.Equal($"incoming.secret:{name}", purpose.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("password")]
    [InlineData("outgoing.password:x")]
    [InlineData("incoming.secret")]
    [InlineData("incoming.secret:")]
    [InlineData("incoming.secret:  ")]
    public void Anything_else_is_refused(string? notation) => Refusal.Of(SecretErrors.PurposeUnknown, () => SecretPurpose.Parse(notation));

    [Fact]
    public void An_incoming_secret_is_bound_to_tenant_and_client_not_to_the_name()
    {
        var sales = SecretPurpose.IncomingSecret("Sales").BoundTo(Authority, Client);
        var renamed = SecretPurpose.IncomingSecret("Renamed").BoundTo(Authority, Client);
        Assert.Equal("incoming.secret:login.example.org/7c9e6679-7425-40de-944b-e07fc1f90ae7/0f8fad5b-d9cb-469f-a165-70867728950e", sales.PayloadName);
        Assert.Equal(sales.PayloadName, renamed.PayloadName);
    }

    [Fact]
    public void Outgoing_secrets_are_bound_to_the_servers_target()
    {
        var server = new OutgoingMailServer { Host = "SMTP.example.org.", Port = 587, UseSsl = true, Address = Authority, ClientId = Client };
        Assert.Equal("outgoing.password:smtp.example.org:587/tls", SecretPurpose.OutgoingPassword.BoundTo(server).PayloadName);
        Assert.Equal("outgoing.password::25/clear", SecretPurpose.OutgoingPassword.BoundTo(OutgoingMailServer.Default).PayloadName);
        Assert.Equal("outgoing.password:::1:25/clear", SecretPurpose.OutgoingPassword.BoundTo(new OutgoingMailServer { Host = "::1" }).PayloadName);
        Assert.Equal("outgoing.secret:login.example.org/7c9e6679-7425-40de-944b-e07fc1f90ae7/0f8fad5b-d9cb-469f-a165-70867728950e/smtp.example.org:587/tls",
            SecretPurpose.OutgoingSecret.BoundTo(server).PayloadName);
        Assert.Equal("outgoing.secret:///:25/clear", SecretPurpose.OutgoingSecret.BoundTo(OutgoingMailServer.Default).PayloadName);
    }

    [Theory]
    [InlineData("sms.password")]
    [InlineData("text")]
    public void A_purpose_without_a_server_has_only_its_name(string notation) => Assert.Equal(notation, SecretPurpose.Parse(notation).PayloadName);

    [Fact]
    public void Another_port_is_another_authority() => Assert.NotEqual(
        SecretPurpose.IncomingSecret("a").BoundTo(Authority, Client).PayloadName,
        SecretPurpose.IncomingSecret("a").BoundTo(new UriBuilder(Authority) { Port = 8443 }.Uri, Client).PayloadName);

    [Fact]
    public void Unbound_a_secret_of_a_server_has_no_payload_name()
    {
        foreach (var purpose in new[] { SecretPurpose.IncomingSecret("a"), SecretPurpose.OutgoingPassword, SecretPurpose.OutgoingSecret })
            Assert.Throws<InvalidOperationException>(() => purpose.PayloadName);
    }

    [Fact]
    public void An_authority_without_tenant_GUID_binds_nothing() =>
        Assert.Throws<ArgumentException>(() => SecretPurpose.IncomingSecret("a").BoundTo(new Uri("https://login.example.org/common"), Client));
}
