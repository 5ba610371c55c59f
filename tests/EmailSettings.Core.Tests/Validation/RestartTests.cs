using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Validation;

public sealed class RestartTests : IDisposable
{
    private readonly SessionFixture _fixture = new();

    [Fact]
    public void The_first_save_requires_no_restart_and_the_next_change_does()
    {
        Assert.Empty(_fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 9000))).Warnings);
        Assert.Null(_fixture.Session.Settings.ReadRestart());

        var result = _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 9001)));

        Assert.Equal(SettingsWarnings.RestartRequired.Id, Assert.Single(result.Warnings).Id);
        var mark = _fixture.Session.Settings.ReadRestart()!;
        Assert.Equal("Agent Server", mark.Component);
        Assert.Equal(["minimumFileSizeBytes"], mark.Fields);
        Assert.InRange(mark.Since, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.True(_fixture.Session.Settings.ReadAttachments().RestartRequired);
    }

    [Theory]
    [InlineData("saveToFolder", false, true)]
    [InlineData("folder", "/a", "/b")]
    [InlineData("minimumFileSizeBytes", 8000, 8001)]
    public void Each_of_the_three_fields_requires_a_restart_when_it_changes(string field, object first, object second)
    {
        _fixture.Apply(SessionFixture.Attachments(("folder", "/a")));
        _fixture.Apply(new ChangeStep.ClearRestart());
        _fixture.Apply(SessionFixture.Attachments((field, first)));
        Assert.Null(_fixture.Session.Settings.ReadRestart());

        _fixture.Apply(SessionFixture.Attachments((field, second)));
        Assert.Equal([field], _fixture.Session.Settings.ReadRestart()!.Fields);
    }

    [Fact]
    public void Setting_a_field_to_its_default_is_a_first_save_too()
    {
        _fixture.Apply(SessionFixture.Attachments(("saveToFolder", false)));
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1)));

        Assert.NotNull(_fixture.Session.Settings.ReadRestart());
    }

    [Fact]
    public void SaveAsMime_is_no_first_save_and_requires_no_restart()
    {
        _fixture.Apply(SessionFixture.Attachments(("saveAsMime", false)));
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1)));
        _fixture.Apply(SessionFixture.Attachments(("saveAsMime", true)));

        Assert.Null(_fixture.Session.Settings.ReadRestart());
    }

    [Fact]
    public void An_equal_value_requires_no_restart_and_reverting_keeps_it_pending()
    {
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1)));
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1)));
        Assert.Null(_fixture.Session.Settings.ReadRestart());

        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 2)));
        var since = _fixture.Session.Settings.ReadRestart()!.Since;
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1), ("folder", "/a")));

        var mark = _fixture.Session.Settings.ReadRestart()!;
        Assert.Equal(["minimumFileSizeBytes", "folder"], mark.Fields);
        Assert.Equal(since, mark.Since);
    }

    [Fact]
    public void The_restart_stays_pending_until_it_is_cleared()
    {
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1)));
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 2)));

        Assert.Equal("attachments.restartRequired", Assert.Single(_fixture.Apply(new ChangeStep.ClearRestart()).Changed).Path);
        Assert.Null(_fixture.Session.Settings.ReadRestart());
        Assert.Empty(_fixture.Apply(new ChangeStep.ClearRestart()).Changed);

        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 3)));
        Assert.NotNull(_fixture.Session.Settings.ReadRestart());
    }

    [Fact]
    public void Resetting_counts_as_a_change()
    {
        _fixture.Apply(SessionFixture.Attachments(("minimumFileSizeBytes", 1)));
        _fixture.Apply(new ChangeStep.Reset(SettingBlocks.Attachments));

        Assert.Equal(["minimumFileSizeBytes"], _fixture.Session.Settings.ReadRestart()!.Fields);
    }

    [Fact]
    public void A_refused_folder_is_not_also_reported_as_missing()
    {
        var fault = _fixture.RefusedFor(SettingsErrors.FolderInvalid, SessionFixture.Attachments(("saveToFolder", true), ("folder", "mail")));
        Assert.Equal("attachments.folder", fault.Field);
    }

    [Fact]
    public void The_folder_cannot_be_cleared_while_attachments_are_stored_there()
    {
        _fixture.Apply(SessionFixture.Attachments(("saveToFolder", true), ("folder", "/a")));

        _fixture.RefusedFor(SettingsErrors.ValueRequired, SessionFixture.Attachments(("folder", null)));
    }

    public void Dispose() => _fixture.Dispose();
}
