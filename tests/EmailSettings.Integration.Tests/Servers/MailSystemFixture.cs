using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Tokens;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A complete mail system for one run: CA, token endpoint, Dovecot, Postfix, as far as this host can run them.</summary>
public sealed class MailSystemFixture : IAsyncLifetime
{
    private TokenEndpoint? _tokens;
    private DovecotFixture? _dovecot;
    private PostfixFixture? _postfix;

    /// <summary>A user with a password at Dovecot and Postfix; the token endpoint knows the same name.</summary>
    public const string User = "alice@mail.test";

    /// <summary>Issues every certificate of the system.</summary>
    public TestCertificateAuthority Authority { get; } = new();

    /// <summary>The user's password at Dovecot and Postfix.</summary>
    public string Password { get; } = "c4nary" + Guid.NewGuid().ToString("N");

    public TokenEndpoint Tokens => _tokens ?? throw new InvalidOperationException("Not started.");

    public DovecotFixture Dovecot => _dovecot ?? throw new InvalidOperationException(ServerRequirements.Dovecot);

    public PostfixFixture Postfix => _postfix ?? throw new InvalidOperationException(ServerRequirements.Postfix);

    public async ValueTask InitializeAsync()
    {
        _tokens = await TokenEndpoint.StartAsync(Authority);
        if (ServerRequirements.Dovecot is null)
            _dovecot = await DovecotFixture.StartAsync(Authority, _tokens, new Dictionary<string, string> { [User] = Password });
        if (ServerRequirements.Postfix is null)
            _postfix = await PostfixFixture.StartAsync(Authority, Dovecot, [User]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_postfix is not null) await _postfix.DisposeAsync();
        if (_dovecot is not null) await _dovecot.DisposeAsync();
        if (_tokens is not null) await _tokens.DisposeAsync();
        Authority.Dispose();
    }
}
