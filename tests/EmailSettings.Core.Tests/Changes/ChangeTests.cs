using EmailSettings.Core.Changes;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Changes;

public sealed class ChangeTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Fact]
    public void A_change_writes_only_the_fields_it_names()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 20000), ("bodyCharset", "latin1")));
        var result = _fixture.Apply(SessionFixture.Basic(("sentEncoding", "base64")));

        Assert.Equal([new FieldChange("basic.sentEncoding", "8bit", "base64")], result.Changed);
        Assert.Equal(2, result.Revision);
        var basic = _fixture.Session.Settings.ReadBasic();
        Assert.Equal((20000, "iso-8859-1", "base64"), (basic.MaxIncomingSizeKB, basic.BodyCharset, basic.SentEncoding.Name));
    }

    [Fact]
    public void Every_field_of_every_block_is_kept_as_it_was_given()
    {
        _fixture.Apply(
            SessionFixture.Basic(("attachmentEncodings", "wav=base64;txt=7bit;*=8bit;"), ("bodyCharset", "koi8-r"), ("sentEncoding", "binary"), ("maxIncomingSizeKB", 1)),
            SessionFixture.Attachments(("saveToFolder", true), ("folder", @"\\files01\mail"), ("minimumFileSizeBytes", 0), ("saveAsMime", false)),
            SessionFixture.Texts(("tooLarge", "zu groß 😀"), ("noBody", "a\r\nb")),
            SessionFixture.Outgoing(("enabled", true), ("host", "::1"), ("port", 65535), ("useSsl", true), ("authentication", "OAuthService"), ("serverUser", "me@x"),
                ("address", SessionFixture.Tenant), ("clientId", SessionFixture.Client), ("secretExpires", "2027-01-31"), ("maxEmailSizeMB", 1), ("maxRecipients", 2), ("maxAttachmentSizeMB", 3)));
        using var other = _fixture.Open();

        var all = other.Settings.ReadAll();

        Assert.Equal(("wav=base64;txt=7bit;*=8bit", "koi8-r", "binary", 1),
            (all.Basic.AttachmentEncodings.ToString(), all.Basic.BodyCharset, all.Basic.SentEncoding.Name, all.Basic.MaxIncomingSizeKB));
        Assert.Equal((true, @"\\files01\mail", 0L, false),
            (all.Attachments.SaveToFolder, all.Attachments.Folder, all.Attachments.MinimumFileSizeBytes, all.Attachments.SaveAsMime));
        Assert.Equal(("zu groß 😀", "a\r\nb"), (all.ErrorTexts.TooLarge, all.ErrorTexts.NoBody));
        Assert.Equal(OutgoingMailServer.Default with
        {
            Enabled = true,
            Host = "::1",
            Port = 65535,
            UseSsl = true,
            Authentication = OutgoingAuthentication.OAuthService,
            ServerUser = "me@x",
            Address = new Uri(SessionFixture.Tenant),
            ClientId = Guid.Parse(SessionFixture.Client),
            SecretExpires = new DateOnly(2027, 1, 31),
            SecretState = SecretState.NotSet with { Expires = new DateOnly(2027, 1, 31) },
            MaxEmailSizeMB = 1,
            MaxRecipients = 2,
            MaxAttachmentSizeMB = 3,
        }, all.OutgoingServer);
        Assert.Equal(1, all.Revision);
    }

    [Fact]
    public void All_faults_of_a_change_are_reported_at_once_and_nothing_is_written()
    {
        var faults = _fixture.Refused(
            SessionFixture.Basic(("maxIncomingSizeKB", 0), ("bodyCharset", "utf-16"), ("sentEncoding", null), ("nonsense", 1)),
            SessionFixture.Attachments(("saveToFolder", true)),
            SessionFixture.Texts(("tooLarge", "")),
            SessionFixture.Outgoing(("enabled", true), ("port", 0), ("PORT", 1)));

        Assert.Equal(
            [
                ("MaxIncomingSizeOutOfRange", "basic.maxIncomingSizeKB"), ("CharsetUnusable", "basic.bodyCharset"), ("ValueNotClearable", "basic.sentEncoding"),
                ("FieldUnknown", "basic"), ("TextLengthOutOfRange", "errorTexts.tooLarge"), ("PortOutOfRange", "outgoingServer.port"),
                ("FieldTwice", "outgoingServer.port"), ("ValueRequired", "attachments.folder"), ("ValueRequired", "outgoingServer.host"),
            ],
            faults.Select(fault => (fault.Id, fault.Field!)));
        Assert.False(System.IO.File.Exists(_fixture.File));
    }

    [Fact]
    public void Null_clears_where_clearing_is_allowed_and_an_empty_text_only_from_a_command_line()
    {
        _fixture.Apply(SessionFixture.Attachments(("folder", "/var/mail")));

        _fixture.Apply(SessionFixture.Attachments(("folder", null)));
        Assert.Null(_fixture.Session.Settings.ReadAttachments().Folder);

        _fixture.RefusedFor(SettingsErrors.FolderInvalid, SessionFixture.Attachments(("folder", "")));
        _fixture.Apply(SessionFixture.Attachments(("folder", "/var/mail")));
        _fixture.Apply(SessionFixture.Attachments(("folder", "")) with { FromText = true });
        Assert.Null(_fixture.Session.Settings.ReadAttachments().Folder);
    }

    public static TheoryData<string> NotClearable =>
        [.. SettingBlocks.Basic.Fields.Concat<SettingField>(SettingBlocks.Attachments.Fields).Concat(SettingBlocks.ErrorTexts.Fields).Concat(SettingBlocks.Outgoing.Fields)
            .Where(row => !row.Clearable).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(NotClearable))]
    public void Null_is_refused_where_a_field_has_no_empty_state(string name)
    {
        var block = new SettingBlock[] { SettingBlocks.Basic, SettingBlocks.Attachments, SettingBlocks.ErrorTexts, SettingBlocks.Outgoing }.First(each => each.Find(name) is not null);

        _fixture.RefusedFor(SettingsErrors.ValueNotClearable, new ChangeStep.Assign(block, [new Assignment(name, null)]));
    }

    [Fact]
    public void Fields_that_can_be_cleared_are_the_ones_without_a_default() => Assert.Equal(
        ["Folder", "Host", "ServerUser", "Password", "Address", "ClientId", "Secret", "SecretExpires", "MaxEmailSizeMB", "MaxRecipients", "MaxAttachmentSizeMB"],
        SettingBlocks.Attachments.Fields.Concat<SettingField>(SettingBlocks.Outgoing.Fields).Where(field => field.Clearable).Select(field => field.Name));

    [Fact]
    public void The_fixed_caps_are_accepted_if_equal_and_refused_otherwise()
    {
        Assert.Empty(_fixture.Apply(SessionFixture.Basic(("maxSentSizeMB", 100), ("maxSentAttachmentMB", 10))).Changed);

        _fixture.RefusedFor(SettingsErrors.FieldReadOnly, SessionFixture.Basic(("maxSentSizeMB", 101)));
        _fixture.RefusedFor(SettingsErrors.FieldReadOnly, SessionFixture.Basic(("maxSentAttachmentMB", 9)));
    }

    [Fact]
    public void A_change_to_the_same_values_writes_nothing()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 20000)));

        var again = _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 20000)));

        Assert.Empty(again.Changed);
        Assert.Equal(1, again.Revision);
        Assert.Single(_fixture.Session.Settings.ReadHistory());
    }

    [Fact]
    public void A_host_that_declines_sees_the_changes_and_no_store_is_created()
    {
        var result = _fixture.Session.Settings.Apply(new SettingsChange("test", [SessionFixture.Basic(("maxIncomingSizeKB", 7))]), SessionFixture.Refusing);

        Assert.True(result.WhatIf);
        Assert.Equal([new FieldChange("basic.maxIncomingSizeKB", 25000L, 7L)], result.Changed);
        Assert.False(System.IO.File.Exists(_fixture.File));
    }

    [Fact]
    public void Reset_restores_named_fields_or_the_whole_block()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 7), ("bodyCharset", "koi8-r")), SessionFixture.Outgoing(("host", "a"), ("maxRecipients", 5), ("port", 465)));

        _fixture.Apply(new ChangeStep.Reset(SettingBlocks.Basic, ["maxIncomingSizeKB"]), new ChangeStep.Reset(SettingBlocks.Outgoing));

        var all = _fixture.Session.Settings.ReadAll();
        Assert.Equal((25000, "koi8-r"), (all.Basic.MaxIncomingSizeKB, all.Basic.BodyCharset));
        Assert.Equal(OutgoingMailServer.Default, all.OutgoingServer);
        _fixture.RefusedFor(SettingsErrors.FieldUnknown, new ChangeStep.Reset(SettingBlocks.Basic, ["nonsense"]));
    }

    [Fact]
    public void The_history_tells_who_did_what_newest_first()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 7)));
        _fixture.Apply(SessionFixture.Texts(("noBody", "none")));

        var history = _fixture.Session.Settings.ReadHistory();

        Assert.Equal([2L, 1L], history.Select(row => row.Revision));
        Assert.All(history, row => Assert.Equal((@"HOST\tester", "test"), (row.Account, row.Source)));
        Assert.All(history, row => Assert.InRange(row.Time, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1)));
        Assert.Equal([new FieldChange("errorTexts.noBody", ErrorTexts.Default.NoBody, "none")], history[0].Changes);
        Assert.Equal([new FieldChange("basic.maxIncomingSizeKB", 25000L, 7L)], history[1].Changes);
        Assert.Equal(2, Assert.Single(_fixture.Session.Settings.ReadHistory(new HistoryFilter { Last = 1 })).Revision);
    }

    public void Dispose() => _fixture.Dispose();
}
