using System.Diagnostics;
using System.Text;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Testing;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>The fallback without this software: openssl decrypts what was protected here.</summary>
public sealed class OpensslTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly PasswordCertificate _certificate = TestCertificates.Open();

    public void Dispose()
    {
        _certificate.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Openssl_shows_the_payload_with_the_exported_key()
    {
        Skip.WithoutOpenssl();
        CertificateExport.ToPem(_certificate, _folder.File("c.pem"), _folder.File("c.key"));
        var text = _folder.Write("c.cms", Encoding.ASCII.GetBytes(SecretProtectorTests.Protect(_certificate, SecretPurpose.OutgoingPassword.BoundTo(new OutgoingMailServer { Host = "smtp.example.org", Port = 465, UseSsl = true }), "hunter2\nänd more")));
        var shown = Run("", "cms", "-decrypt", "-inform", "PEM", "-in", text, "-inkey", _folder.File("c.key"), "-recip", _folder.File("c.pem"));
        var lines = shown.Split('\n', 2);
        Assert.Matches("^EmailSettings/1 outgoing\\.password:smtp\\.example\\.org:465/tls [0-9a-f]{64}$", lines[0]);
        Assert.Equal("hunter2\nänd more", lines[1]);
    }

    [Fact]
    public void Openssl_opens_the_exported_PFX()
    {
        Skip.WithoutOpenssl();
        using var passphrase = SecretText.FromChars("correct horse");
        CertificateExport.ToPfx(_certificate, _folder.File("c.pfx"), passphrase);
        var shown = Run("correct horse\n", "pkcs12", "-in", _folder.File("c.pfx"), "-noenc", "-passin", "stdin");
        Assert.Contains("BEGIN PRIVATE KEY", shown, StringComparison.Ordinal);
        Assert.Contains("BEGIN CERTIFICATE", shown, StringComparison.Ordinal);
    }

    internal static string Run(string input, params string[] arguments)
    {
        using var openssl = Process.Start(new ProcessStartInfo("openssl", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        })!;
        openssl.StandardInput.Write(input);
        openssl.StandardInput.Close();
        var errors = openssl.StandardError.ReadToEndAsync();
        var output = openssl.StandardOutput.ReadToEnd();
        openssl.WaitForExit();
        Assert.True(openssl.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output;
    }
}
