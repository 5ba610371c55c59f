using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>
/// A home of one test for both fronts, with the CA of the mail system in a file. <c>EMAILSETTINGS_TEST_PROGRAM</c> names the
/// command line's program where it is not the one that was built.
/// </summary>
internal sealed class FrontHome : IDisposable
{
    public static readonly string[] CommandLine = Environment.GetEnvironmentVariable("EMAILSETTINGS_TEST_PROGRAM") is { Length: > 0 } published
        ? [published]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "emailsettings.dll")];

    private readonly TemporaryFolder _folder = new("es-front-");
    private readonly Dictionary<string, string?> _variables;

    public FrontHome(MailSystemFixture system)
    {
        Roots = _folder.Write("root.pem", system.Authority.Root.ExportCertificatePem());
        _variables = new Dictionary<string, string?>
        {
            ["HOME"] = _folder.Path,
            ["EMAILSETTINGS_STORE"] = _folder["settings.db"],
            ["XDG_DATA_HOME"] = null,
            ["NO_COLOR"] = "1",
            ["LC_ALL"] = "C.UTF-8",
        };
    }

    /// <summary>The file with the CA.</summary>
    public string Roots { get; }

    /// <summary>Starts the command line.</summary>
    /// <param name="input">Its standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    public FrontProcess StartCommandLine(string input, params ReadOnlySpan<string> arguments) =>
        FrontProcess.Start([.. CommandLine, .. arguments], _variables, input);

    /// <summary>Starts a PowerShell that has imported the module. The first line of its input is in <c>$Secret</c>.</summary>
    public FrontProcess StartPowerShell(string secret, string script)
    {
        var file = _folder.Write("script.ps1", $$"""
            $ErrorActionPreference = 'Stop'
            $Manifest = '{{Path.Combine(Repository.Root, "EmailSettings.psd1")}}'
            Import-Module $Manifest
            $Secret = [securestring]::new()
            foreach ($character in [Console]::In.ReadLine().ToCharArray()) { $Secret.AppendChar($character) }
            {{script}}
            """);
        return FrontProcess.Start([PowerShellRequirements.Program!, "-NoProfile", "-NonInteractive", "-File", file], _variables, secret + "\n");
    }

    /// <summary>Where the mail server is, as the command line takes it, with the CA named.</summary>
    public string[] At(int port) => [.. Unnamed(port), "--ca", Roots];

    /// <summary>Where the mail server is, whose CA must be among the system's roots then.</summary>
    public static string[] Unnamed(int port) => ["--host", "localhost", "--port", $"{port}", "--tls", "implicit", "--output", "json", "--detailed"];

    /// <summary>Writes a file of this home.</summary>
    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Puts the system's roots, as OpenSSL finds them, into a file (null: there is none) and a folder of this home.</summary>
    public void InstallRoots(string? file, params ReadOnlySpan<byte[]> folder)
    {
        var roots = Path.Combine(_folder.Path, "roots");
        Directory.CreateDirectory(roots);
        for (var i = 0; i < folder.Length; i++) File.WriteAllBytes(Path.Combine(roots, $"{i}.pem"), folder[i]);
        _variables["SSL_CERT_FILE"] = file is null ? _folder["none.pem"] : Write("all.pem", file);
        _variables["SSL_CERT_DIR"] = $"{Path.Combine(_folder.Path, "none")}:{roots}";
    }

    /// <summary>The application at the endpoint, as the command line takes it.</summary>
    public static string[] Application(Uri authority, TokenDirectory directory) => ["--address", authority.AbsoluteUri, "--client-id", $"{directory.ClientId}"];

    public void Dispose() => _folder.Dispose();
}
