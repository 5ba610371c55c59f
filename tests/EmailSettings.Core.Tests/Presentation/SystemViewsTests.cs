using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Tests.Presentation;

/// <summary>Pages of settings, secrets, changes, comparisons and rights.</summary>
public sealed class SystemViewsTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_block_shows_its_fields_by_the_table_and_of_a_secret_its_state()
    {
        var server = OutgoingMailServer.Default with { Host = "smtp.bücher.example", PasswordState = new PasswordState(true, "AB", Since) };
        var text = PageText.Of(SettingsViews.Of(server).Page());

        Assert.StartsWith("# Outgoing mail server\n- enabled | false\n- host | smtp.bücher.example (smtp.xn--bcher-kva.example)\n- port | 25\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- passwordState | set\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- secretState | not set\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_needs_a_secret_and_has_none_stands_out()
    {
        var service = new IncomingMailServer { Name = "Sales", Authentication = IncomingAuthentication.OAuthService };

        Assert.Equal(
            "# Incoming mail servers\n| name | authentication | address | secret\n- Sales | OAuthService | - | not set [Doubtful]\n- Support | OAuthUser | - | -",
            PageText.Of(SettingsViews.Of([service, service with { Name = "Support", Authentication = IncomingAuthentication.OAuthUser }], Front.CommandLine).Page()));
    }

    [Fact]
    public void A_stored_secret_shows_its_state_its_dates_and_its_certificate()
    {
        var secret = new StoredSecretInfo("outgoing.secret", true, "0123456789AB", true, Since, new DateOnly(2027, 9, 30), 42) { CertificateDaysLeft = 364 };

        Assert.Equal(
            "# Secrets\n| purpose | state | since | certificate\n- outgoing.secret | set, expires in 42 days | 2026-11-22 | 01234567…, 364 days left",
            PageText.Of(SecretViews.Of([secret]).Page()));
    }

    [Fact]
    public void A_secret_reads_alike_in_settings_lists_and_reports()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var server = new IncomingMailServer { Name = "Sales", Authentication = IncomingAuthentication.OAuthService, SecretState = new SecretState(true, "AB", Since, today.AddYears(1)) };
        var state = server.SecretState.ToString();
        var daysLeft = today.AddYears(1).DayNumber - today.DayNumber;
        var secret = new StoredSecretInfo("incoming.secret:Sales", true, "AB", true, Since, today.AddYears(1), daysLeft);

        Assert.Contains($"secretState | {state}", PageText.Of(SettingsViews.Of(server).Page()), StringComparison.Ordinal);
        Assert.Contains($"- | {state}", PageText.Of(SettingsViews.Of([server], Front.CommandLine).Page()), StringComparison.Ordinal);
        Assert.Contains($"{secret.Purpose} | {state} |", PageText.Of(SecretViews.Of([secret]).Page()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_is_a_table_of_what_was_and_is()
    {
        var result = new ChangeResult([new FieldChange("outgoingServer.port", 25L, null)], 3, WhatIf: false, []);

        Assert.Equal("# Changed, revision 3\n| field | from | to\n- outgoingServer.port | 25 | -", PageText.Of(ChangeViews.Of(result, Front.CommandLine).Page()));
        Assert.Equal("# Would change", PageText.Of(ChangeViews.Of(result with { WhatIf = true }, Front.CommandLine).Page()).Split('\n')[0]);
        Assert.Equal("# Nothing to change: every field already has its value.", PageText.Of(ChangeViews.Of(result with { Changed = [] }, Front.CommandLine).Page()));
    }

    [Fact]
    public void The_history_tells_who_and_from_where_and_of_a_refusal_why()
    {
        var made = new ChangeRecord(2, Since, @"HOST\user", "cli", [new FieldChange("basic.bodyCharset", "a", "b")]) { Host = "mail01" };

        Assert.Equal(
            "# Revision 2, 2026-11-22 10:00:00Z, HOST\\user (cli on mail01)\n| field | from | to\n- basic.bodyCharset | a | b\n# Revision 2, 2026-11-22 10:00:00Z, HOST\\user (cli)\nRefused: RightMissing",
            PageText.Of(ChangeViews.Of([made, made with { Host = null, Changes = [], Refusal = "RightMissing" }]).Page()));
        Assert.Equal("#\nNothing has been changed yet.", PageText.Of(ChangeViews.Of([]).Page()));
    }

    [Fact]
    public void A_difference_is_told_by_its_sign_and_a_null_that_clears_from_what_is_not_named()
    {
        var comparison = new SettingsComparison(
            [
                new SettingDifference("basic.a", "x", null, Severity.Error),
                new SettingDifference("basic.b", 1L, 2L, Severity.Error),
                new SettingDifference("basic.c", null, null, Severity.Error) { NotNamed = ComparisonSide.Left },
            ], 41, 0, []);

        Assert.Equal(
            "# 3 differences, 41 unchanged.\n- - [Bad] | basic.a | x | → | -\n- ~ [Doubtful] | basic.b | 1 | → | 2\n- + [Good] | basic.c | not named | → | null",
            PageText.Of(ComparisonViews.Of(comparison).Page()));
    }

    [Fact]
    public void Rights_name_those_who_have_them_and_the_blocks_that_are_locked()
    {
        var page = RightViews.Of(areEnforced: true, [new GrantedRight("Incoming.Manage", "HOST\\user", "uid:1", Since, true)], [new LockedBlock("Basic", true, Since), new LockedBlock("Outgoing", false, null)], Front.CommandLine).Page();

        Assert.Equal(
            "# Rights are on.\n| right | principal | id | since\n- Incoming.Manage | HOST\\user | uid:1 | 2026-11-22 10:00:00Z\nThe block Basic has been locked since 2026-11-22 10:00:00Z.",
            PageText.Of(page));
    }
}
