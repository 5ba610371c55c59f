using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Tests.Settings;

public sealed class LimitTests
{
    public static TheoryData<string, long, long> Ranges => new()
    {
        { "basic.maxIncomingSizeKB", 1, 100_000 },
        { "attachments.minimumFileSizeBytes", 0, 102_400_000 },
        { "outgoingServer.port", 1, 65_535 },
        { "outgoingServer.maxEmailSizeMB", 1, int.MaxValue },
        { "outgoingServer.maxRecipients", 1, int.MaxValue },
        { "outgoingServer.maxAttachmentSizeMB", 1, int.MaxValue },
    };

    [Theory]
    [MemberData(nameof(Ranges))]
    public void A_number_is_accepted_at_its_limits_and_refused_beyond_them(string field, long least, long most)
    {
        var type = FieldProbe.Find(field).Type;

        foreach (var good in new[] { least, least + 1, most - 1, most })
        {
            Assert.Equal(good, FieldProbe.Accepted(type, good));
            Assert.Equal(good, FieldProbe.Accepted(type, $" {good} ", fromText: true));
        }
        foreach (var bad in new[] { least - 1, most + 1, long.MinValue, long.MaxValue })
        {
            var code = Assert.Single(FieldProbe.Read(type, bad).Faults).Code;
            Assert.EndsWith("OutOfRange", code.Id, StringComparison.Ordinal);
            FieldProbe.Refused(code, type, $"{bad}", fromText: true);
        }
        FieldProbe.Refused(FieldProbe.Read(type, least - 1).Faults[0].Code, type, $"{most}0000000000000000000000", fromText: true);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1,000")]
    [InlineData("١٢")]
    [InlineData("ten")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1\0")]
    public void A_text_that_is_no_whole_number_is_refused(string text) =>
        FieldProbe.Refused(SettingsErrors.ValueTypeWrong, FieldProbe.Find("outgoingServer.port").Type, text, fromText: true);

    [Fact]
    public void A_number_may_have_any_numeric_type_but_must_be_whole()
    {
        var type = FieldProbe.Find("outgoingServer.port").Type;

        foreach (var given in new object[] { 587, 587L, (short)587, (ushort)587, 587u, 587ul, 587.0, 587f, 587m }) Assert.Equal(587L, FieldProbe.Accepted(type, given));
        foreach (var given in new object[] { 587.5, double.NaN, double.PositiveInfinity, true, "587" }) FieldProbe.Refused(SettingsErrors.ValueTypeWrong, type, given);
    }

    [Theory]
    [InlineData("errorTexts.tooLarge", 4000)]
    [InlineData("errorTexts.noBody", 4000)]
    public void A_text_has_1_to_4000_characters(string field, int most)
    {
        var type = FieldProbe.Find(field).Type;

        FieldProbe.Accepted(type, "x");
        FieldProbe.Accepted(type, " ");
        FieldProbe.Accepted(type, new string('x', most));
        FieldProbe.Accepted(type, "first line\r\nsecond line\nthird");
        FieldProbe.Refused(SettingsErrors.TextLengthOutOfRange, type, "");
        FieldProbe.Refused(SettingsErrors.TextLengthOutOfRange, type, new string('x', most + 1));
        FieldProbe.Refused(SettingsErrors.TextHoldsControl, type, "a\tb");
        FieldProbe.Refused(SettingsErrors.TextNotUnicode, type, "half \ud83d pair");
    }

    [Fact]
    public void A_name_has_1_to_256_characters_after_trimming()
    {
        FieldProbe.Accepted(SettingBlocks.ServerName, "x");
        Assert.Equal(new string('x', 256), FieldProbe.Accepted(SettingBlocks.ServerName, $"  {new string('x', 256)}\t"));
        FieldProbe.Refused(SettingsErrors.TextLengthOutOfRange, SettingBlocks.ServerName, new string('x', 257));
        FieldProbe.Refused(SettingsErrors.TextLengthOutOfRange, SettingBlocks.ServerName, "");
        FieldProbe.Refused(SettingsErrors.TextLengthOutOfRange, SettingBlocks.ServerName, " \t ");
        FieldProbe.Refused(SettingsErrors.TextHoldsControl, SettingBlocks.ServerName, "a\nb");
        FieldProbe.Refused(SettingsErrors.TextHoldsControl, SettingBlocks.ServerName, "a\u0000b");
    }

    [Theory]
    [InlineData("7bit", "7bit")]
    [InlineData("8BIT", "8bit")]
    [InlineData("8 bit", "8bit")]
    [InlineData("7 Bit", "7bit")]
    [InlineData(" quoted-printable ", "quoted-printable")]
    [InlineData("Base64", "base64")]
    [InlineData("binary", "binary")]
    public void The_five_transfer_encodings_are_accepted_in_any_case(string given, string kept) =>
        Assert.Equal(kept, FieldProbe.Accepted(FieldProbe.Find("basic.sentEncoding").Type, given).ToString());

    [Theory]
    [InlineData("uuencode")]
    [InlineData("x-binary")]
    [InlineData("quoted printable")]
    [InlineData("9bit")]
    [InlineData("78bit")]
    [InlineData("")]
    public void Any_other_transfer_encoding_is_refused(string given) =>
        FieldProbe.Refused(SettingsErrors.ChoiceUnknown, FieldProbe.Find("basic.sentEncoding").Type, given);

    [Fact]
    public void Choices_are_not_case_sensitive_and_refuse_numbers_and_other_names()
    {
        var type = FieldProbe.Find("outgoingServer.authentication").Type;

        Assert.Equal(OutgoingAuthentication.OAuthService, FieldProbe.Accepted(type, "oauthservice"));
        Assert.Equal(OutgoingAuthentication.Basic, FieldProbe.Accepted(type, OutgoingAuthentication.Basic));
        foreach (var bad in new object[] { "1", 1, "OAuthUser", "Basic, Anonymous", "", true }) FieldProbe.Refused(SettingsErrors.ChoiceUnknown, type, bad);
    }

    [Theory]
    [InlineData("outgoingServer.authentication", "Basic Authentication", "Basic")]
    [InlineData("outgoingServer.authentication", "anonymous access", "Anonymous")]
    [InlineData("outgoingServer.authentication", " OAuth Service ", "OAuthService")]
    [InlineData("incomingServers.authentication", "OAuth User", "OAuthUser")]
    public void The_words_of_the_platforms_page_are_accepted(string field, string given, string kept) =>
        Assert.Equal(kept, FieldProbe.Accepted(FieldProbe.Find(field).Type, given).ToString());

    [Fact]
    public void A_switch_accepts_true_and_false_and_text_only_from_a_command_line()
    {
        var type = FieldProbe.Find("outgoingServer.enabled").Type;

        Assert.Equal(true, FieldProbe.Accepted(type, true));
        Assert.Equal(false, FieldProbe.Accepted(type, "False", fromText: true));
        foreach (var bad in new object[] { "true", 1, 0, "yes" }) FieldProbe.Refused(SettingsErrors.ValueTypeWrong, type, bad);
        FieldProbe.Refused(SettingsErrors.ValueTypeWrong, type, "yes", fromText: true);
    }

    [Fact]
    public void A_date_is_written_in_ISO_8601()
    {
        var type = FieldProbe.Find("outgoingServer.secretExpires").Type;

        Assert.Equal(new DateOnly(2028, 2, 29), FieldProbe.Accepted(type, "2028-02-29"));
        Assert.Equal(new DateOnly(2027, 3, 31), FieldProbe.Accepted(type, new DateTime(2027, 3, 31, 23, 59, 0, DateTimeKind.Local)));
        Assert.Equal("2027-03-31", type.Plain(new DateOnly(2027, 3, 31)));
        foreach (var bad in new object[] { "2027-02-29", "31.03.2027", "2027-3-31", "03/31/2027", "", 20270331 }) FieldProbe.Refused(SettingsErrors.ValueTypeWrong, type, bad);
    }

    [Fact]
    public void A_client_id_is_a_GUID_written_back_with_hyphens()
    {
        var type = FieldProbe.Find("outgoingServer.clientId").Type;

        Assert.Equal("1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809", type.Plain(FieldProbe.Accepted(type, " {1B2C3D4E-5F60-4718-92A3-B4C5D6E7F809} ")));
        foreach (var bad in new object[] { "1b2c3d4e-5f60-4718-92a3-b4c5d6e7f80", "application", "", 7 }) FieldProbe.Refused(SettingsErrors.ValueTypeWrong, type, bad);
    }
}
