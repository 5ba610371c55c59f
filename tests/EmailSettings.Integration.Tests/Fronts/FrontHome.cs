using EmailSettings.Integration.Tests.Servers;
using EmailSettings.Integration.Tests.Tokens;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>
/// A home of one test for both fronts, with the mail system's CA in a file. <c>EMAILSETTINGS_TEST_PROGRAM</c> names the command
/// line's program if it is not the one that was built.
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

    /// <summary>Starts a PowerShell that has imported the module, with the first line of its input in <c>$Secret</c>.</summary>
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

    /// <summary>Gets the command line's options for the mail server, including the CA.</summary>
    public string[] At(int port) => [.. Unnamed(port), "--ca", Roots];

    /// <summary>Gets the command line's options for the mail server, whose CA must be among the system's roots.</summary>
    public static string[] Unnamed(int port) => ["--host", "localhost", "--port", $"{port}", "--tls", "implicit", "--output", "json", "--detailed"];

    /// <summary>Writes a file to this home.</summary>
    public string Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Installs OpenSSL's system roots as a file (null for none) and a folder of this home.</summary>
    public void InstallRoots(string? file, params ReadOnlySpan<byte[]> folder)
    {
        var roots = Path.Combine(_folder.Path, "roots");
        Directory.CreateDirectory(roots);
        for (var i = 0; i < folder.Length; i++) File.WriteAllBytes(Path.Combine(roots, $"{i}.pem"), folder[i]);
        _variables["SSL_CERT_FILE"] = file is null ? _folder["none.pem"] : Write("all.pem", file);
        _variables["SSL_CERT_DIR"] = $"{Path.Combine(_folder.Path, "none")}:{roots}";
    }

    /// <summary>Gets the command line's options for the application at the endpoint.</summary>
    public static string[] Application(Uri authority, TokenDirectory directory) => ["--address", authority.AbsoluteUri, "--client-id", $"{directory.ClientId}"];

    public void Dispose() => _folder.Dispose();
}
