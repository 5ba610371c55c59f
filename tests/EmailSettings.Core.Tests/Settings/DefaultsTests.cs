using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Tests.Settings;

public sealed class DefaultsTests
{
    [Fact]
    public void Basic_settings_have_the_defaults_of_the_page()
    {
        var basic = BasicSettings.Default;

        Assert.Equal("*=base64", basic.AttachmentEncodings.ToString());
        Assert.Equal("utf-8", basic.BodyCharset);
        Assert.Equal(TransferEncoding.EightBit, basic.SentEncoding);
        Assert.Equal(25000, basic.MaxIncomingSizeKB);
        Assert.Equal(100, basic.MaxSentSizeMB);
        Assert.Equal(10, basic.MaxSentAttachmentMB);
    }

    [Fact]
    public void Attachment_settings_have_the_defaults_of_the_page()
    {
        var attachments = AttachmentSettings.Default;

        Assert.False(attachments.SaveToFolder);
        Assert.Null(attachments.Folder);
        Assert.Equal(8000, attachments.MinimumFileSizeBytes);
        Assert.True(attachments.SaveAsMime);
        Assert.False(attachments.RestartRequired);
    }

    [Fact]
    public void Error_texts_have_the_defaults_of_the_page()
    {
        Assert.Equal("*** ERROR: Mail was too big, body and attachments dropped ***", ErrorTexts.Default.TooLarge);
        Assert.Equal("***WARNING: Could not get IMAP body text", ErrorTexts.Default.NoBody);
    }

    [Fact]
    public void The_outgoing_server_is_disabled_on_port_25_without_login_by_default()
    {
        var outgoing = OutgoingMailServer.Default;

        Assert.False(outgoing.Enabled);
        Assert.Null(outgoing.Host);
        Assert.Equal(25, outgoing.Port);
        Assert.False(outgoing.UseSsl);
        Assert.Equal(OutgoingAuthentication.Anonymous, outgoing.Authentication);
        Assert.Null(outgoing.ServerUser);
        Assert.False(outgoing.PasswordState.IsSet);
        Assert.False(outgoing.SecretState.IsSet);
        Assert.Null(outgoing.MaxEmailSizeMB);
        Assert.Null(outgoing.MaxRecipients);
        Assert.Null(outgoing.MaxAttachmentSizeMB);
    }

    [Theory]
    [InlineData("basic", "attachmentEncodings bodyCharset sentEncoding maxIncomingSizeKB maxSentSizeMB maxSentAttachmentMB")]
    [InlineData("attachments", "saveToFolder folder minimumFileSizeBytes saveAsMime")]
    [InlineData("errorTexts", "tooLarge noBody")]
    [InlineData("incomingServers", "address authentication clientId secret secretExpires")]
    [InlineData("outgoingServer", "enabled host port useSsl authentication serverUser password address clientId secret secretExpires maxEmailSizeMB maxRecipients maxAttachmentSizeMB")]
    public void The_table_holds_the_fields_of_the_page_under_their_names(string block, string fields)
    {
        var table = FieldProbe.Blocks.Single(each => each.Path == block);

        Assert.Equal(fields.Split(' '), table.Fields.Select(field => field.JsonName));
        Assert.All(table.Fields, field => Assert.NotEmpty(field.Effect));
    }
}
