using System.Text;
using EmailSettings.Core.OAuth;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Tokens;

namespace EmailSettings.Integration.Tests.OAuth;

/// <summary>MSAL against a directory on loopback: successes, and each kind of refusal.</summary>
public sealed class TokenClientTests(TestCertificateAuthority authority) : TokenEndpointTests(authority)
{
    public static TheoryData<AadError, TokenFailureKind> Refusals => new()
    {
        { AadError.SecretExpired, TokenFailureKind.SecretExpired },
        { AadError.ConsentMissing, TokenFailureKind.ConsentMissing },
        { AadError.ConditionalAccess, TokenFailureKind.ConditionalAccess },
        { AadError.SecondFactor, TokenFailureKind.InteractionRequired },
        { AadError.SecondFactorEnrolment, TokenFailureKind.InteractionRequired },
        { AadError.AccountLocked, TokenFailureKind.AccountLocked },
    };

    [Theory]
    [InlineData(TokenPurpose.Imap, TokenAudience.Exchange)]
    [InlineData(TokenPurpose.Smtp, TokenAudience.Exchange)]
    [InlineData(TokenPurpose.Graph, TokenAudience.Graph)]
    public async Task Client_credentials_give_a_token_with_its_facts_in_one_request(TokenPurpose purpose, TokenAudience audience)
    {
        Directory.GraphRoles = ["Mail.Read", "Mail.Send"];

        using var outcome = await AcquireForApplicationAsync(purpose);

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(audience, outcome.Facts.Audience);
        Assert.Equal(purpose == TokenPurpose.Graph ? TokenRights.GraphRead | TokenRights.GraphSend : TokenRights.Imap | TokenRights.Smtp, outcome.Facts.Rights);
        Assert.Equal(Directory.ClientId.ToString("D"), outcome.Facts.ApplicationId);
        Assert.Equal(Directory.TenantId.ToString("D"), outcome.Facts.TenantId);
        Assert.NotNull(outcome.Facts.ExpiresAt);
        Assert.Equal([$"/{Directory.TenantId:D}/oauth2/v2.0/token"], Directory.Requests);
    }

    [Fact]
    public async Task A_Graph_only_application_gets_a_token_for_Exchange_without_any_permission()
    {
        Directory.ExchangeRoles = [];

        using var outcome = await AcquireForApplicationAsync();

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(TokenRights.None, outcome.Facts.Rights);
        Assert.True(outcome.Facts.IsReadable);
    }

    [Fact]
    public async Task An_opaque_token_is_a_token_with_unknown_facts()
    {
        Directory.OpaqueTokens = true;

        using var outcome = await AcquireForApplicationAsync();

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.False(outcome.Facts.IsReadable);
        Assert.NotNull(outcome.Facts.ExpiresAt);
    }

    [Fact]
    public async Task A_user_name_and_a_password_give_a_token_of_the_user()
    {
        using var outcome = await AcquireForUserAsync();

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(["IMAP.AccessAsUser.All"], outcome.Facts.Scopes);
        Assert.Equal(TokenRights.Imap, outcome.Facts.Rights);
    }

    [Fact]
    public async Task A_wrong_client_secret_is_named_with_number_text_status_and_correlation_id()
    {
        using var outcome = await AcquireForApplicationAsync(secret: "wrong");

        Assert.NotNull(outcome.Failure);
        Assert.Equal(TokenFailureKind.SecretWrong, outcome.Failure.Kind);
        Assert.Equal([7000215], outcome.Failure.Numbers);
        Assert.Equal(("invalid_client", 401), (outcome.Failure.OAuthError, outcome.Failure.HttpStatus));
        Assert.Contains(AadError.SecretWrong.Text, outcome.Failure.ServerText, StringComparison.Ordinal);
        Assert.True(Guid.TryParse(outcome.Failure.CorrelationId, out _));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Each_refusal_has_its_kind(AadError refusal, TokenFailureKind expected)
    {
        Directory.Refusal = refusal;

        using var application = await AcquireForApplicationAsync();
        using var user = await AcquireForUserAsync();

        Assert.Equal((expected, refusal.Number), (application.Failure?.Kind, application.Failure?.Numbers[0]));
        Assert.Equal((expected, refusal.Number), (user.Failure?.Kind, user.Failure?.Numbers[0]));
    }

    [Fact]
    public async Task An_unknown_client_and_an_unknown_tenant_are_distinguished()
    {
        using var client = new TokenClient(Options);
        using var noClient = await client.AcquireForApplicationAsync(Endpoint.Request() with { ClientId = Guid.NewGuid() }, Utf8(Directory.ClientSecret));
        using var noTenant = await client.AcquireForApplicationAsync(
            Endpoint.Request() with { Authority = Endpoint.AuthorityOf(Guid.NewGuid()) }, Utf8(Directory.ClientSecret));

        Assert.Equal(TokenFailureKind.ClientUnknown, noClient.Failure?.Kind);
        Assert.Equal(TokenFailureKind.TenantUnknown, noTenant.Failure?.Kind);
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_user_and_a_foreign_domain_are_distinguished()
    {
        using var password = await AcquireForUserAsync(password: "wrong");
        using var user = await AcquireForUserAsync(userName: "nobody@mail.test");
        using var domain = await AcquireForUserAsync(userName: "alice@elsewhere.test");

        Assert.Equal(TokenFailureKind.PasswordWrong, password.Failure?.Kind);
        Assert.Equal(TokenFailureKind.UserUnknown, user.Failure?.Kind);
        Assert.Equal(TokenFailureKind.UserUnknown, domain.Failure?.Kind);
    }

    [Fact]
    public async Task Public_client_flows_that_are_off_are_named()
    {
        Directory.PublicClientAllowed = false;

        using var outcome = await AcquireForUserAsync();

        Assert.Equal(TokenFailureKind.PublicClientOff, outcome.Failure?.Kind);
    }

    [Fact]
    public async Task A_device_code_is_shown_at_once_and_then_confirmed()
    {
        DeviceCodePrompt? shown = null;
        using var client = new TokenClient(Options);

        using var outcome = await client.AcquireByDeviceCodeAsync(Endpoint.Request(TokenPurpose.Smtp), prompt =>
        {
            shown = prompt;
            Directory.DeviceCode = DeviceCodeState.Confirmed;
        });

        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(("ABCD-1234", "https://localhost/device"), (shown?.UserCode, shown?.VerificationUrl));
        Assert.Equal(["SMTP.Send"], outcome.Facts.Scopes);
    }

    [Fact]
    public async Task A_declined_device_code_is_named()
    {
        using var client = new TokenClient(Options);

        using var outcome = await client.AcquireByDeviceCodeAsync(Endpoint.Request(), _ => Directory.DeviceCode = DeviceCodeState.Declined);

        Assert.Equal(TokenFailureKind.DeviceCodeNotConfirmed, outcome.Failure?.Kind);
    }

    [Theory]
    [InlineData("\"interval\":0,")]
    [InlineData("")]
    public async Task Without_an_interval_from_the_server_polling_still_pauses(string interval)
    {
        Directory.RawAnswer = new RawAnswer(200, $$"""
            {"device_code":"d","user_code":"u","verification_uri":"https://localhost/device","expires_in":3,{{interval}}"message":"m"}
            """) { PathEnd = "/devicecode" };
        using var client = new TokenClient(Options);

        using var outcome = await client.AcquireByDeviceCodeAsync(Endpoint.Request(), _ => { });

        Assert.Equal(TokenFailureKind.DeviceCodeNotConfirmed, outcome.Failure?.Kind);
        Assert.InRange(Directory.Requests.Count, 2, 5);
    }

    [Fact]
    public async Task Waiting_for_a_device_code_can_be_cancelled()
    {
        using var stop = new CancellationTokenSource();
        using var client = new TokenClient(Options);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.AcquireByDeviceCodeAsync(Endpoint.Request(), _ => stop.Cancel(), stop.Token));
    }

    [Fact]
    public async Task No_secret_that_a_server_sends_back_reaches_the_outcome()
    {
        Directory.EchoesSecrets = true;
        Directory.Refusal = AadError.ConsentMissing;

        using var application = await AcquireForApplicationAsync();
        using var user = await AcquireForUserAsync();
        var all = new StringBuilder().Append(application.Failure).Append(user.Failure)
            .Append(application.Failure?.ServerText).Append(user.Failure?.ServerText).ToString();

        Assert.Contains("[redacted]", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.ClientSecret, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Directory.UserPassword, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Directory.UserName, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("c4nary", all, StringComparison.OrdinalIgnoreCase);
    }
}
