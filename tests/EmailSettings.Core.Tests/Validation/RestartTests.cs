using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Validation;

public sealed class RestartTests : IDisposable
{
    private readonly Desk _desk = new();

    [Fact]
    public void The_first_save_asks_for_no_restart_and_the_next_change_does()
    {
        Assert.Empty(_desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 9000))).Warnings);
        Assert.Null(_desk.Session.Settings.ReadRestart());

        var result = _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 9001)));

        Assert.Equal(SettingsWarnings.RestartRequired.Id, Assert.Single(result.Warnings).Id);
        var mark = _desk.Session.Settings.ReadRestart()!;
        Assert.Equal("Agent Server", mark.Component);
        Assert.Equal(["minimumFileSizeBytes"], mark.Fields);
        Assert.InRange(mark.Since, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.True(_desk.Session.Settings.ReadAttachments().RestartRequired);
    }

    [Theory]
    [InlineData("saveToFolder", false, true)]
    [InlineData("folder", "/a", "/b")]
    [InlineData("minimumFileSizeBytes", 8000, 8001)]
    public void Each_of_the_three_fields_marks_when_it_changes(string field, object first, object second)
    {
        _desk.Apply(Desk.Attachments(("folder", "/a")));
        _desk.Apply(new ChangeStep.ClearRestart());
        _desk.Apply(Desk.Attachments((field, first)));
        Assert.Null(_desk.Session.Settings.ReadRestart());

        _desk.Apply(Desk.Attachments((field, second)));
        Assert.Equal([field], _desk.Session.Settings.ReadRestart()!.Fields);
    }

    [Fact]
    public void Naming_a_field_with_its_default_is_the_first_save_all_the_same()
    {
        _desk.Apply(Desk.Attachments(("saveToFolder", false)));
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1)));

        Assert.NotNull(_desk.Session.Settings.ReadRestart());
    }

    [Fact]
    public void Saving_as_MIME_neither_saves_first_nor_asks_for_a_restart()
    {
        _desk.Apply(Desk.Attachments(("saveAsMime", false)));
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1)));
        _desk.Apply(Desk.Attachments(("saveAsMime", true)));

        Assert.Null(_desk.Session.Settings.ReadRestart());
    }

    [Fact]
    public void An_equal_value_does_not_mark_and_going_back_keeps_the_mark()
    {
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1)));
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1)));
        Assert.Null(_desk.Session.Settings.ReadRestart());

        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 2)));
        var since = _desk.Session.Settings.ReadRestart()!.Since;
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1), ("folder", "/a")));

        var mark = _desk.Session.Settings.ReadRestart()!;
        Assert.Equal(["minimumFileSizeBytes", "folder"], mark.Fields);
        Assert.Equal(since, mark.Since);
    }

    [Fact]
    public void The_mark_stays_until_someone_says_that_it_was_restarted()
    {
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1)));
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 2)));

        Assert.Equal("attachments.restartRequired", Assert.Single(_desk.Apply(new ChangeStep.ClearRestart()).Changed).Path);
        Assert.Null(_desk.Session.Settings.ReadRestart());
        Assert.Empty(_desk.Apply(new ChangeStep.ClearRestart()).Changed);

        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 3)));
        Assert.NotNull(_desk.Session.Settings.ReadRestart());
    }

    [Fact]
    public void Resetting_counts_as_a_change()
    {
        _desk.Apply(Desk.Attachments(("minimumFileSizeBytes", 1)));
        _desk.Apply(new ChangeStep.Reset(SettingBlocks.Attachments));

        Assert.Equal(["minimumFileSizeBytes"], _desk.Session.Settings.ReadRestart()!.Fields);
    }

    [Fact]
    public void A_folder_that_is_refused_is_not_missing_too()
    {
        var fault = _desk.RefusedFor(SettingsErrors.FolderInvalid, Desk.Attachments(("saveToFolder", true), ("folder", "mail")));
        Assert.Equal("attachments.folder", fault.Field);
    }

    [Fact]
    public void The_folder_cannot_be_cleared_while_attachments_go_there()
    {
        _desk.Apply(Desk.Attachments(("saveToFolder", true), ("folder", "/a")));

        _desk.RefusedFor(SettingsErrors.ValueRequired, Desk.Attachments(("folder", null)));
    }

    public void Dispose() => _desk.Dispose();
}
