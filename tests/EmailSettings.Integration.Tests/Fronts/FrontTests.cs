using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>The base of the tests of both fronts: the mail system, whose changes are reverted, and a home.</summary>
public abstract class FrontTests(MailSystemFixture system) : IDisposable
{
    private protected const string Code = "ABCD-1234";

    private protected MailSystemFixture System { get; } = system;

    private protected FrontHome Home { get; } = new(system);

    private protected TokenDirectory Directory => System.Tokens.Directory;

    private protected Uri Authority => System.Tokens.Authority.Address;

    /// <summary>Every secret of the system.</summary>
    private protected string[] Secrets => [System.Password, Directory.ClientSecret, Directory.UserPassword];

    /// <inheritdoc/>
    public void Dispose()
    {
        Home.Dispose();
        Directory.DeviceCode = DeviceCodeState.Pending;
        GC.SuppressFinalize(this);
    }
}
