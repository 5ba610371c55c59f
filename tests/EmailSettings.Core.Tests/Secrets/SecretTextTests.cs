using System.Security;
using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Core.Tests.Secrets;

public sealed class SecretTextTests
{
    [Fact]
    public void An_empty_secret_is_refused()
    {
        using var secret = SecretText.FromUtf8([]);
        var fault = Refusal.Of(SecretErrors.SecretLengthInvalid, () => SecretPurpose.OutgoingPassword.Check(secret));
        Assert.Equal("outgoing.password", fault.Field);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void Lengths_up_to_the_limit_are_accepted(int length)
    {
        using var secret = SecretText.ReadFrom(new MemoryStream(Filled(length)), dropFinalLineEnd: false);
        SecretPurpose.OutgoingPassword.Check(secret);
        Assert.Equal(length, secret.Length);
    }

    [Fact]
    public void The_longest_secret_may_still_end_in_CRLF()
    {
        using var secret = SecretText.ReadFrom(new MemoryStream([.. Filled(65_536), (byte)'\r', (byte)'\n']), dropFinalLineEnd: true);
        SecretPurpose.SmsPassword.Check(secret);
        Assert.Equal(65_536, secret.Length);
    }

    [Theory]
    [InlineData(65_537, false)]
    [InlineData(65_537, true)]
    [InlineData(1_000_000, true)]
    public void A_longer_one_is_refused_without_being_read_completely(int length, bool dropFinalLineEnd)
    {
        var stream = new MemoryStream(Filled(length));
        using var secret = SecretText.ReadFrom(stream, dropFinalLineEnd);
        Refusal.Of(SecretErrors.SecretLengthInvalid, () => SecretPurpose.Text.Check(secret));
        Assert.True(stream.Position <= SecretText.MaxLength + 6);
    }

    [Fact]
    public void A_longer_one_ended_by_CRLF_is_refused()
    {
        using var secret = SecretText.ReadFrom(new MemoryStream([.. Filled(65_537), (byte)'\r', (byte)'\n']), dropFinalLineEnd: true);
        Refusal.Of(SecretErrors.SecretLengthInvalid, () => SecretPurpose.Text.Check(secret));
    }

    [Theory]
    [InlineData("secret", "secret")]
    [InlineData("secret\n", "secret")]
    [InlineData("secret\r\n", "secret")]
    [InlineData("secret\n\n", "secret\n")]
    [InlineData("secret\r", "secret\r")]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData(" secret \t\n", " secret \t")]
    public async Task One_final_line_ending_is_dropped_on_request(string piped, string kept)
    {
        using var read = SecretText.ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes(piped)), dropFinalLineEnd: true);
        using var awaited = await SecretText.ReadFromAsync(new MemoryStream(Encoding.UTF8.GetBytes(piped)), dropFinalLineEnd: true);
        using var untouched = SecretText.FromUtf8(Encoding.UTF8.GetBytes(piped));
        Assert.Equal(kept, read.Reveal());
        Assert.Equal(kept, awaited.Reveal());
        Assert.Equal(piped, untouched.Reveal());
    }

    [Theory]
    [InlineData("outgoing.password")]
    [InlineData("outgoing.secret")]
    [InlineData("incoming.secret:a")]
    [InlineData("sms.password")]
    public void NUL_is_refused_in_a_login(string purpose)
    {
        using var secret = SecretText.FromUtf8("a\0b"u8);
        Refusal.Of(SecretErrors.SecretHoldsNul, () => SecretPurpose.Parse(purpose).Check(secret));
    }

    [Fact]
    public void NUL_is_accepted_in_any_other_text()
    {
        using var secret = SecretText.FromUtf8("a\0b"u8);
        SecretPurpose.Text.Check(secret);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0x00 })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0x80 })]
    public void Bytes_that_are_not_UTF8_are_refused(byte[] bytes)
    {
        using var secret = SecretText.FromUtf8(bytes);
        Refusal.Of(SecretErrors.SecretNotUtf8, () => SecretPurpose.Text.Check(secret));
    }

    [Fact]
    public void A_lone_surrogate_is_refused_and_not_repeated_in_the_error()
    {
        var refused = Assert.Throws<EmailSettingsException>(() => SecretText.FromChars("hunter\uD800"));
        Assert.Equal(SecretErrors.SecretNotUtf8, refused.Code);
        Assert.DoesNotContain("hunter", refused.ToString(), StringComparison.Ordinal);
        Assert.Null(refused.InnerException);
    }

    [Fact]
    public void A_SecureString_round_trips()
    {
        using var given = new SecureString();
        foreach (var character in "pässwörd 🔑") given.AppendChar(character);
        using var secret = SecretText.FromSecureString(given);
        using var back = secret.ToSecureString();
        using var again = SecretText.FromSecureString(back);
        Assert.Equal("pässwörd 🔑", again.Reveal());
        Assert.True(back.IsReadOnly());
    }

    [Fact]
    public void An_empty_text_becomes_an_empty_SecureString()
    {
        using var secret = SecretText.FromChars("");
        using var text = secret.ToSecureString();
        Assert.Equal((0, true), (text.Length, text.IsReadOnly()));
    }

    [Fact]
    public void The_buffer_is_zeroed_on_dispose_and_cannot_be_read_any_more()
    {
        var secret = SecretText.FromUtf8("hunter2"u8);
        var buffer = secret.Span;
        Assert.True(buffer.IndexOfAnyExcept((byte)0) >= 0);
        secret.Dispose();
        Assert.Equal(-1, buffer.IndexOfAnyExcept((byte)0));
        Assert.Throws<ObjectDisposedException>(() => secret.Reveal());
    }

    [Fact]
    public void The_characters_of_a_passphrase_are_zeroed_on_dispose()
    {
        using var secret = SecretText.FromUtf8("hunter2"u8);
        var characters = secret.ToChars();
        var buffer = characters.Span;
        Assert.Equal("hunter2", buffer.ToString());
        characters.Dispose();
        Assert.Equal(-1, buffer.IndexOfAnyExcept('\0'));
    }

    [Fact]
    public void Its_text_is_not_shown_by_accident()
    {
        using var secret = SecretText.FromUtf8("hunter2"u8);
        Assert.DoesNotContain("hunter2", $"{secret}", StringComparison.Ordinal);
    }

    private static byte[] Filled(int length) => [.. Enumerable.Repeat((byte)'x', length)];

    [Theory]
    [InlineData(true, "geheim")]
    [InlineData(false, "\uFEFFgeheim\r\n")]
    public void Characters_added_by_a_Windows_shell_are_dropped_from_a_typed_or_piped_secret(bool dropFinalLineEnd, string read)
    {
        using var secret = SecretText.ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes("\uFEFFgeheim\r\n")), dropFinalLineEnd);
        Assert.Equal(read, secret.Reveal());
    }
}
