using System.Text;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail.Tests;

/// <summary>Redaction of server text.</summary>
public sealed class RedactorTests : IDisposable
{
    private const string Secret = "c4nary ~ s/cret+ü";

    private readonly Redactor _redactor = new();

    public void Dispose() => _redactor.Dispose();

    [Fact]
    public void A_secret_that_a_server_sends_back_is_hidden_in_every_form_it_was_sent_in()
    {
        _redactor.HideSecret(Encoding.UTF8.GetBytes(Secret));
        _redactor.HideUser("user@example.org");
        string[] echoed =
        [
            Secret, Uri.EscapeDataString(Secret), Uri.EscapeDataString(Secret).Replace("%20", "+", StringComparison.Ordinal),
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)), Secret.ToUpperInvariant(), "user%40example.org", "USER@example.org",
        ];

        Assert.All(echoed, echo => Assert.Equal($"<{Redactor.Mark}>", _redactor.Clean($"<{echo}>")));
        Assert.All(echoed, echo => Assert.Equal($"<{Redactor.Mark}>", _redactor.Clean(Encoding.UTF8.GetBytes($"<{echo}>"))));
    }

    [Fact]
    public void A_secret_is_hidden_in_a_line_that_is_not_UTF_8()
    {
        _redactor.HideSecret("pässwörd"u8);
        Assert.Equal($"é {Redactor.Mark}", _redactor.Clean([0xE9, (byte)' ', .. "pässwörd"u8]));
    }

    [Fact]
    public void A_truncated_secret_is_hidden_as_far_as_it_goes()
    {
        _redactor.HideSecret("0123456789abcdefgh"u8);
        Assert.Equal($"you said {Redactor.Mark}", _redactor.Clean("you said 0123456789abcd"));
    }

    public static TheoryData<string> Encoded => new(Encodings("0123-Abc+def/é<&\"ghIJ"));

    [Theory]
    [MemberData(nameof(Encoded))]
    public void A_secret_that_a_server_encodes_is_hidden_whole(string echo)
    {
        _redactor.HideSecret(Encoding.UTF8.GetBytes("0123-Abc+def/é<&\"ghIJ"));
        Assert.Equal($"<{Redactor.Mark}>", _redactor.Clean($"<{echo}>"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_secret_in_base64_is_hidden_at_any_offset(int before)
    {
        _redactor.HideSecret("s3cret/pass+word"u8);
        var shown = _redactor.Clean(Convert.ToBase64String([.. Enumerable.Repeat((byte)'x', before), .. "s3cret/pass+word"u8, .. "behind it"u8]));
        Assert.Contains(Redactor.Mark, shown, StringComparison.Ordinal);
        Assert.InRange(shown.Replace(Redactor.Mark, "", StringComparison.Ordinal).Length, 0, 20);
    }

    [Theory]
    [InlineData("said defghijklmnop.", "said [redacted].")]
    [InlineData("said abcdefghijkl", "said [redacted]")]
    [InlineData("said xxopqrstuvwxyzxx", "said xx[redacted]xx")]
    [InlineData("said abcdefghijk", "said abcdefghijk")]
    public void Parts_of_twelve_characters_are_hidden_wherever_they_are_from(string said, string shown)
    {
        _redactor.HideSecret("abcdefghijklmnopqrstuvwxyz"u8);
        Assert.Equal(shown, _redactor.Clean(said));
    }

    [Fact]
    public void A_line_of_one_repeated_letter_is_fast()
    {
        _redactor.HideSecret(Encoding.ASCII.GetBytes(new string('a', 4000)));
        Assert.Equal(Redactor.Mark, _redactor.Clean(new string('a', 60_000)));
        Assert.Contains("b", _redactor.Clean(string.Concat(Enumerable.Repeat("aaaaaaaaaaab", 5_000))), StringComparison.Ordinal);
    }

    public static TheoryData<string> LongLines =>
    [
        "x", "\0", "\u202e", "ä\0", "+", "%41", "%00", "%", "&amp;", "&xxxxxxx;", "&#x41;", "&", @"\u0041", @"\""", "\r", "\n", "\r\n",
        "0123456789abcdefgh", "0123456789abcdefgh ", "%300123456789abcdefgh", "0123456789+abcdefgh", "MDEyMzQ1Njc4OWFiY2RlZmdo",
    ];

    [Theory]
    [MemberData(nameof(LongLines))]
    public void A_long_line_needs_little_more_memory_than_what_is_shown_of_it(string morsel)
    {
        _redactor.HideSecret("0123456789abcdefgh"u8);
        _redactor.HideUser("user@example.org");
        var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(morsel, 60_000 / morsel.Length)));
        var shown = _redactor.Clean(line);

        // The least of several: a collection, caused by other tests, empties the buffer pool.
        Assert.InRange(LeastAllocated(() => _redactor.Clean(line)), 0, (12 * line.Length) + (2 * shown.Length));
        Assert.InRange(LeastAllocated(() => _redactor.Clean(line, 512)), 0, 12 * line.Length);
    }

    private static long LeastAllocated(Action action) => Enumerable.Range(0, 5).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    [Fact]
    public void The_beginning_of_a_line_is_that_of_the_whole_line()
    {
        _redactor.HideSecret("0123456789abcdefgh"u8);
        var line = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ä\0 0123456789abcdefgh \r\n", 100)));
        Assert.Equal(_redactor.Clean(line)[..512], _redactor.Clean(line, 512));
        Assert.Equal("abc", _redactor.Clean("abc"u8, 512));
    }

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\uFFA0")]
    [InlineData("\u115F")]
    [InlineData("\u034F")]
    [InlineData("\u2800")]
    [InlineData("\u00AD")]
    [InlineData("\uFEFF")]
    [InlineData("\u2066")]
    [InlineData("\U000E0041")]
    public void Invisible_characters_are_escaped(string invisible) =>
        Assert.Equal($"a\\u{{{char.ConvertToUtf32(invisible, 0):X}}}b", DisplayText.Escape($"a{invisible}b"));

    [Theory]
    [InlineData("👩\u200D💻")]
    [InlineData("❤\uFE0F")]
    [InlineData("葛\U000E0100")]
    [InlineData("Müller-Lüdenscheidt")]
    public void Characters_that_shape_letters_and_emoji_are_kept(string text) => Assert.Equal(text, DisplayText.Escape(text));

    [Fact]
    public void A_short_secret_is_not_looked_for_inside_words()
    {
        _redactor.HideSecret("pass"u8);
        Assert.Equal($"the password {Redactor.Mark} is not right", _redactor.Clean("the password pass is not right"));
    }

    [Theory]
    [InlineData("relay", "554 5.7.1 Relay access denied")]
    [InlineData("login", "* CAPABILITY IMAP4rev1 AUTH=LOGIN")]
    public void A_user_named_like_a_protocol_word_does_not_make_replies_unreadable(string user, string reply)
    {
        _redactor.HideUser(user);
        Assert.Equal(reply, _redactor.Clean(reply));
    }

    [Fact]
    public void Lines_are_separated_by_LF_and_every_other_control_character_is_escaped() =>
        Assert.Equal("a\nb\\u{1B}[31m\\u{9}c", _redactor.Clean("a\r\nb\u001b[31m\tc"));

    [Fact]
    public void On_one_line_line_breaks_and_tabs_become_spaces() =>
        Assert.Equal(@"a b\u{1B}[31m c", _redactor.Line("a\r\nb\u001b[31m\tc\r\n"));

    [Fact]
    public void A_long_text_is_cut_on_one_line() => Assert.InRange(_redactor.Line(new string('x', 1_000_000))!.Length, 2000, 2100);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n ")]
    public void Null_stays_null(string? text) => Assert.Null(_redactor.Line(text));

    private static IEnumerable<string> Encodings(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return Convert.ToHexString(bytes);
        yield return Convert.ToHexStringLower(bytes);
        yield return string.Concat(bytes.Select(b => $"%{b:x2}"));
        yield return string.Concat(secret.Select((c, i) => i % 2 == 0 ? Uri.HexEscape((char)(c & 0x7F)) : c.ToString()).Select((text, i) => secret[i] == 'é' ? "%C3%A9" : text));
        yield return System.Net.WebUtility.HtmlEncode(secret);
        yield return string.Concat(secret.Select(c => $"&#{(int)c};"));
        yield return string.Concat(secret.Select(c => $"&#x{(int)c:X};"));
        yield return string.Concat(secret.Select(c => $"\\u{(int)c:x4}"));
        yield return System.Text.Json.JsonSerializer.Serialize(secret)[1..^1];
    }

    [Fact]
    public void After_its_disposal_nothing_is_kept()
    {
        _redactor.HideSecret("0123456789abcdefgh"u8);
        _redactor.Dispose();
        Assert.Equal("0123456789abcdefgh", _redactor.Clean("0123456789abcdefgh"));
    }
}
