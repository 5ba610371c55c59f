using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Settings;

public sealed class CharsetTests
{
    private static readonly FieldType Type = FieldProbe.Find("basic.bodyCharset").Type;

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData(" UTF-8 ", "utf-8")]
    [InlineData("US-ASCII", "us-ascii")]
    [InlineData("latin1", "iso-8859-1")]
    [InlineData("windows-1252", "windows-1252")]
    [InlineData("koi8-r", "koi8-r")]
    [InlineData("iso-2022-jp", "iso-2022-jp")]
    [InlineData("Shift_JIS", "shift_jis")]
    [InlineData("gb18030", "gb18030")]
    [InlineData("big5", "big5")]
    public void Mail_charsets_are_accepted_including_code_pages(string given, string kept) => Assert.Equal(kept, FieldProbe.Accepted(Type, given));

    [Fact]
    public void Every_charset_offered_is_accepted_under_its_own_name() =>
        Assert.All(CharsetType.Common, name => Assert.Equal(name, FieldProbe.Accepted(Type, name)));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("IBM037")]
    [InlineData("IBM273")]
    [InlineData("IBM01047")]
    [InlineData("cp1025")]
    public void A_charset_that_writes_a_line_end_otherwise_is_refused(string name) => FieldProbe.Refused(SettingsErrors.CharsetUnusable, Type, name);

    [Theory]
    [InlineData("")]
    [InlineData("utf-9")]
    [InlineData("utf-7")]
    [InlineData("utf 8")]
    [InlineData("utf-8\0")]
    [InlineData("1252")]
    public void An_unknown_charset_is_refused(string name) => FieldProbe.Refused(SettingsErrors.CharsetUnknown, Type, name);

    [Fact]
    public void Every_charset_of_this_runtime_is_refused_or_stored_under_a_name_that_is_accepted_again()
    {
        foreach (var known in CodePagesEncodingProvider.Instance.GetEncodings().Concat(Encoding.GetEncodings()))
        {
            var (kept, faults) = FieldProbe.Read(Type, known.Name);
            if (kept is null) Assert.Equal(SettingsErrors.CharsetUnusable.Id, Assert.Single(faults).Id);
            else Assert.Equal(kept, FieldProbe.Accepted(Type, kept));
        }
    }
}
