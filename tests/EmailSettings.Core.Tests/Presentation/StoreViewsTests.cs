using EmailSettings.Core.Documents;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>Pages and objects of the store, its backups and exports, and the pending restart.</summary>
public sealed class StoreViewsTests
{
    private static readonly DateTimeOffset Time = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_store_is_described_by_its_location_kind_and_revision()
    {
        var view = StoreViews.Of(new StoreDescription("/srv/a.db", "SQLite", true, 7, 3, Time));

        Assert.Equal(
            "# Settings store\n- location | /srv/a.db\n- kind | SQLite\n- exists | true\n- revision | 7\n- schemaVersion | 3\n- lastChange | 2026-11-22 10:00:00Z",
            PageText.Of(view.Page()));
        Assert.Equal(["location", "kind", "exists", "revision", "schemaVersion", "lastChange"], NamedValues.Of(view.Content));
    }

    [Theory]
    [InlineData(Front.PowerShell, "Export-MailPasswordCertificate")]
    [InlineData(Front.CommandLine, "'emailsettings certificate export FILE.pfx'")]
    public void A_backup_names_the_command_that_exports_the_key_it_lacks(Front front, string command)
    {
        var view = StoreViews.OfBackup("a.backup", isWritten: true, front);
        var json = NamedValues.Json(view.Content);

        Assert.Contains(command, PageText.Of(view.Page()), StringComparison.Ordinal);
        Assert.Equal(["file", "whatIf", "holdsKey"], NamedValues.Of(json));
        Assert.Equal(("a.backup", false, false), (json.GetProperty("file").GetString(), json.GetProperty("whatIf").GetBoolean(), json.GetProperty("holdsKey").GetBoolean()));
    }

    [Fact]
    public void What_if_is_said_in_words_and_to_programs()
    {
        var backup = StoreViews.OfBackup("a.backup", isWritten: false, Front.CommandLine);
        var export = StoreViews.Of(new ExportResult("a.json", 3, 7, WhatIf: true));

        Assert.True(NamedValues.Json(backup.Content).GetProperty("whatIf").GetBoolean());
        Assert.True(NamedValues.Json(export.Content).GetProperty("whatIf").GetBoolean());
        Assert.DoesNotContain("Export-", PageText.Of(backup.Page()), StringComparison.Ordinal);
        Assert.NotEqual(PageText.Of(export.Page()), PageText.Of(StoreViews.Of(new ExportResult("a.json", 3, 7, WhatIf: false)).Page()));
        Assert.Equal(["file", "secrets", "revision", "whatIf"], NamedValues.Of(export.Content));
    }

    [Fact]
    public void A_pending_restart_names_the_component_and_the_fields_and_none_is_null_for_programs()
    {
        var view = StoreViews.Of(new RestartMark("Agent Server", ["folder", "saveToFolder"], Time));

        Assert.Equal("# Restart required\n- component | Agent Server\n- fields | folder, saveToFolder\n- since | 2026-11-22 10:00:00Z", PageText.Of(view.Page()));
        Assert.Equal(["component", "fields", "since"], NamedValues.Of(view.Content));
        Assert.Null(StoreViews.Of((RestartMark?)null).Content);
        Assert.IsType<Sentence>(Assert.Single(Assert.Single(StoreViews.Of((RestartMark?)null).Page().Sections).Parts));
    }
}
