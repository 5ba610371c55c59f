using System.Text;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Secrets and texts on standard input, byte for byte.</summary>
public sealed class SecretInputTests(ContosoHome home) : IClassFixture<ContosoHome>
{
    private const int Longest = 65_536;

    [Fact]
    public void Protected_text_round_trips()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        foreach (var text in (string[])["secret", "secret\n", "a\0b\r\n", "pä\u0301ßwört 😀", new string('x', Longest)])
        {
            var isProtected = home.RunWith(text, "protect");
            Assert.Equal((0, ""), (isProtected.ExitCode, isProtected.Errors));
            Assert.StartsWith("-----BEGIN CMS-----\n", isProtected.Output, StringComparison.Ordinal);
            Assert.EndsWith("-----END CMS-----\n", isProtected.Output, StringComparison.Ordinal);

            var opened = home.RunWith(isProtected.OutputBytes, "unprotect");
            Assert.Equal((0, text), (opened.ExitCode, opened.Output));
        }
    }

    [Fact]
    public void A_text_is_decrypted_only_for_its_own_purpose()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var text = home.RunWith("secret", "protect", "--purpose", "sms.password").Output;

        Assert.Equal("secret", home.RunWith(text, "unprotect", "--purpose", "sms.password").Output);
        var other = home.RunWith(text, "unprotect");
        Assert.Equal((5, "", "ProtectedForOtherPurpose"), (other.ExitCode, other.Output, Assert.Single(other.ErrorIds)));
        var altered = home.RunWith(text.Replace("M", "N", StringComparison.Ordinal), "unprotect", "--purpose", "sms.password");
        Assert.Equal((5, ""), (altered.ExitCode, altered.Output));
    }

    [Fact]
    public void A_stored_secret_loses_one_line_ending_and_is_validated()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        var accepted = new Dictionary<string, byte[]>
        {
            ["no line end"] = Bytes("pw"),
            ["LF"] = Bytes("pw\n"),
            ["CRLF"] = Bytes("pw\r\n"),
            ["64 KiB"] = Bytes(new string('x', Longest)),
            ["64 KiB and CRLF"] = Bytes(new string('x', Longest) + "\r\n"),
        };
        foreach (var (name, input) in accepted)
            Assert.Equal((name, 0), (name, home.RunWith(input, "secret", "set", "sms.password", "--what-if").ExitCode));

        var refused = new Dictionary<string, byte[]>
        {
            ["SecretLengthInvalid 0"] = [],
            ["SecretLengthInvalid LF"] = Bytes("\n"),
            ["SecretLengthInvalid 64 KiB + 1"] = Bytes(new string('x', Longest + 1)),
            ["SecretLengthInvalid 1 MiB"] = Bytes(new string('x', 1 << 20)),
            ["SecretHoldsNul"] = Bytes("p\0w"),
            ["SecretNotUtf8"] = [0x70, 0xFF, 0xFE],
        };
        foreach (var (name, input) in refused)
        {
            var answer = home.RunWith(input, "secret", "set", "sms.password");
            Assert.Equal((2, name.Split(' ')[0]), (answer.ExitCode, Assert.Single(answer.ErrorIds)));
        }
        Assert.False(home.Run("show", "--output", "json").Json.GetProperty("smsServer").GetProperty("passwordState").GetProperty("isSet").GetBoolean());
    }

    [Fact]
    public void A_closed_pipe_is_not_an_error()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        using var process = home.Start("protect");
        process.StandardOutput.Close();
        process.StandardInput.Write("secret");
        process.StandardInput.Close();

        Assert.Equal("", process.StandardError.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
