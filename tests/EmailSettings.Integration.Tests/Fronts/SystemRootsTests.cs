using System.Text;
using EmailSettings.Integration.Tests.Certificates;
using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>
/// The command line trusts the roots in OpenSSL's file and folder, though it reads the folder only if the file is not sufficient,
/// and neither if a specified root is.
/// </summary>
[Collection(MailSystem.Name)]
public sealed class SystemRootsTests(MailSystemFixture system, TestCertificateAuthority other) : FrontTests(system), IClassFixture<TestCertificateAuthority>
{
    private string OtherRoot => other.Root.ExportCertificatePem();

    private string Root => System.Authority.Root.ExportCertificatePem();

    [Fact]
    public async Task A_root_of_the_file_is_trusted()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Home.InstallRoots($"{OtherRoot}\n{Root}");
        Passed(await RunAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_root_only_in_the_folder_is_trusted(bool pem)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Home.InstallRoots(OtherRoot, "no certificate"u8.ToArray(), pem ? Encoding.ASCII.GetBytes(Root) : System.Authority.Root.RawData);
        Passed(await RunAsync());
    }

    [Theory]
    [InlineData("--ca", "{0}")]
    [InlineData("--ca={0}")]
    public async Task A_root_of_the_file_is_trusted_beside_one_that_is_named(params string[] option)
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Home.InstallRoots($"{Root}\n{OtherRoot}");
        var named = Home.Write("named.pem", OtherRoot);
        Passed(await RunAsync([.. option.Select(part => part.Replace("{0}", named, StringComparison.Ordinal))]));
    }

    [Fact]
    public async Task A_root_that_is_named_is_trusted_beside_the_systems()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Home.InstallRoots(OtherRoot, Encoding.ASCII.GetBytes(OtherRoot));
        Passed(await RunAsync("--ca", Home.Write("named.pem", Root)));
    }

    [Fact]
    public async Task A_root_of_the_folder_is_trusted_beside_one_that_is_named()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Home.InstallRoots(OtherRoot, Encoding.ASCII.GetBytes(Root));
        Passed(await RunAsync("--ca", Home.Write("named.pem", OtherRoot)));
    }

    [Fact]
    public async Task A_folder_is_trusted_without_the_file()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Home.InstallRoots(null, Encoding.ASCII.GetBytes(Root));
        Passed(await RunAsync());
    }

    [Fact]
    public async Task A_root_in_neither_is_unknown()
    {
        Skip.IfMissing(ServerRequirements.Dovecot);
        Home.InstallRoots(OtherRoot, Encoding.ASCII.GetBytes(OtherRoot));
        var answer = await RunAsync();
        Assert.Equal((1, "Tls.UnknownRoot"), (answer.ExitCode, answer.ErrorIds().First()));
    }

    // The token endpoint and the mail server have certificates from the same CA.
    private async Task<FrontAnswer> RunAsync(params string[] options)
    {
        using var front = Home.StartCommandLine(Directory.ClientSecret + "\n",
        [
            "test", "incoming", .. FrontHome.Unnamed(System.Dovecot.ImapsPort), .. FrontHome.Application(Authority, Directory),
            "--authentication", "OAuthService", "--mailbox", Directory.Mailbox, "--secret-stdin", .. options,
        ]);
        return await front.EndAsync();
    }

    private static void Passed(FrontAnswer answer) => Assert.Equal(
        (0, "Passed", "Passed", "Passed"), (answer.ExitCode, answer.Status("Tls"), answer.Status("Token"), answer.Status("Mailbox")));
}
