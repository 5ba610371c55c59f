using EmailSettings.Core.Access;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Cli.Tests;

/// <summary>Rights on the command line: one call for each operation in the table, with each right.</summary>
public sealed class RightTests : IDisposable
{
    private static readonly string Others = OperatingSystem.IsWindows() ? "S-1-5-32-546" : "uid:4711";

    private readonly ContosoHome _home = new();

    // The operations with calls here; the command line has none for the others.
    private IEnumerable<(GuardedOperation Operation, string? Input, string[] Arguments)> Calls()
    {
        yield return (OperationTable.ChangeBasic, null, ["set", "basic", "maxIncomingSizeKB=7"]);
        yield return (OperationTable.ChangeAttachments, null, ["set", "attachments", "saveAsMime=false"]);
        yield return (OperationTable.ChangeErrorTexts, null, ["set", "error-texts", "noBody=x"]);
        yield return (OperationTable.ClearRestart, null, ["restart", "clear"]);
        yield return (OperationTable.ChangeIncoming, null, ["incoming", "rename", "Contoso support", "other"]);
        yield return (OperationTable.TestIncoming, null, ["test", "incoming", "Contoso sales", "--timeout", "1", "--proxy", "http://127.0.0.1:9"]);
        yield return (OperationTable.ChangeOutgoing, null, ["set", "outgoing", "maxRecipients=7"]);
        yield return (OperationTable.TestOutgoing, null, ["test", "outgoing", "--host", "127.0.0.1", "--port", "9", "--timeout", "1"]);
        yield return (OperationTable.ChangeSmsPassword, "secret", ["secret", "set", "sms.password"]);
        yield return (OperationTable.CreateCertificate, null, ["certificate", "new", "--bits", "2048"]);
        yield return (OperationTable.ExportCertificate, null, ["certificate", "export", _home[$"{Guid.NewGuid():N}.cer"]]);
        yield return (OperationTable.ChooseCertificate, null, ["certificate", "use", new string('A', 40)]);
        yield return (OperationTable.Reencrypt, null, ["secret", "reprotect"]);
        yield return (OperationTable.ChangeGrants, null, ["right", "grant", "Incoming.View", Others]);
        yield return (OperationTable.ChangeGrants, null, ["right", "revoke", "Incoming.View", Others]);
        yield return (OperationTable.ChangeLocks, null, ["right", "lock", "basic"]);
        yield return (OperationTable.ChangeLocks, null, ["right", "unlock", "basic"]);
        yield return (OperationTable.ExportSecrets, null, ["export"]);
        yield return (OperationTable.Backup, null, ["store", "backup", _home[$"{Guid.NewGuid():N}.db"]]);
        yield return (OperationTable.Restore, null, ["store", "restore", _home["nothing.db"]]);
        yield return (OperationTable.Protect, "text", ["protect"]);
        yield return (OperationTable.SwitchRights, null, ["right", "disable"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("EmailService.Modify")]
    [InlineData("Incoming.Manage", Traits = ["Length", "Long"])]
    [InlineData("Outgoing.Manage", Traits = ["Length", "Long"])]
    [InlineData("Administrator")]
    public void Each_call_is_allowed_exactly_with_the_right_and_otherwise_ends_with_4(string held)
    {
        Guard(held);
        var right = held.Length == 0 ? null : Right.Parse(held);
        foreach (var (operation, input, arguments) in Calls())
        {
            var answer = input is null ? _home.Run(arguments) : _home.RunWith(input, arguments);
            if (operation.Right is not { } needed || right?.Covers(needed) == true) Assert.DoesNotContain("RightMissing", answer.Errors, StringComparison.Ordinal);
            else Assert.Equal((operation.Name, 4, "RightMissing"), (operation.Name, answer.ExitCode, Assert.Single(answer.ErrorIds.Distinct())));
        }
    }

    [Fact]
    public void Rights_can_be_granted_and_listed_as_JSON()
    {
        var list = _home.Run("right", "list", "--output", "json").Json;
        Assert.Equal("{enforced,grants[{right,principal,principalId,since}],locks[]}", JsonShape.Of(list));
        Assert.Equal((false, "Administrator"), (list.GetProperty("enforced").GetBoolean(), list.GetProperty("grants")[0].GetProperty("right").GetString()));
        Assert.Equal(0, _home.Run("right", "lock", "error-texts").ExitCode);
        var current = _home.Run("right", "list", "--current", "--output", "json").Json;
        Assert.Equal("{account,enforced,rights[{right,allowed,through[],meaning}],locks[{block,since}]}", JsonShape.Of(current));
        Assert.All(current.GetProperty("rights").EnumerateArray(), right => Assert.True(right.GetProperty("allowed").GetBoolean()));

        var locked = _home.Run("set", "error-texts", "noBody=x");
        Assert.Equal((4, "BlockLocked"), (locked.ExitCode, Assert.Single(locked.ErrorIds)));
        Assert.Equal(0, _home.Run("show", "error-texts").ExitCode);
    }

    [Fact]
    public void A_granted_View_restricts_reading_and_an_import_of_two_blocks_is_refused_as_a_whole()
    {
        Guard("Incoming.Manage");
        var before = _home.Run("show", "all", "--output", "json").Output;
        var document = _home.Write("document.json", """{"basic":{"maxIncomingSizeKB":9},"incomingServers":[{"name":"Contoso sales","secretExpires":"2031-01-01"}]}""");
        Assert.Equal(4, _home.Run("import", document).ExitCode);
        Assert.Equal(before, _home.Run("show", "all", "--output", "json").Output);

        Guard("Incoming.View");
        Assert.Equal(0, _home.Run("show", "incoming").ExitCode);
        foreach (var call in (string[][])[["show", "basic"], ["show", "outgoing"], ["show", "all"], ["history"], ["secret", "list"], ["test", "all"], ["certificate", "show"]])
            Assert.Equal((call[0], 4), (call[0], _home.Run(call).ExitCode));
    }

    [Fact]
    public void The_history_records_who_was_refused_what_from_which_host()
    {
        Guard("");
        _home.Run("set", "basic", "maxIncomingSizeKB=7");

        var refused = Assert.Single(_home.Run("history", "--last", "1", "--output", "json").JsonLines);

        Assert.Equal((Environment.MachineName, "cli", 0), (refused.GetProperty("host").GetString(), refused.GetProperty("source").GetString(), refused.GetProperty("changes").GetArrayLength()));
        Assert.StartsWith("RightMissing: ", refused.GetProperty("refusal").GetString(), StringComparison.Ordinal);
        Assert.Contains("Refused: RightMissing", _home.Run("history", "--last", "1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_user_in_the_environment_changes_nothing()
    {
        Guard("");
        foreach (var variable in (string[])["USER", "USERNAME", "LOGNAME", "SUDO_USER"]) _home.Variables[variable] = "somebody";

        Assert.Equal(4, _home.Run("set", "basic", "maxIncomingSizeKB=7").ExitCode);
    }

    [Fact]
    public void Removing_the_last_administrator_and_unknown_names_are_refused()
    {
        var id = _home.Run("right", "list", "--output", "json").Json.GetProperty("grants")[0].GetProperty("principalId").GetString()!;

        Assert.Equal((4, "LastAdministrator"), CodeAndId("right", "revoke", "Administrator", id));
        Assert.Equal((2, "RightUnknown"), CodeAndId("right", "grant", "Everything", id));
        Assert.Equal((3, "PrincipalUnknown"), CodeAndId("right", "grant", "Incoming.View", "no such account"));
        Assert.Equal((3, "RightNotGranted"), CodeAndId("right", "revoke", "Incoming.View", id));
        Assert.Equal((2, "BlockUnknown"), CodeAndId("right", "lock", "certificate"));
    }

    [Fact]
    public void A_host_without_the_key_is_named_by_the_certificate_its_test_and_the_health()
    {
        _home.Run("show", "basic");
        using (var store = new SqliteStoreFactory().Open(_home.Store))
        {
            var here = Assert.Single(store.Read(StoreParts.Hosts).Hosts);
            Assert.Equal((Environment.MachineName, true), (here.Host, here.KeyUsable));
            store.Note(new StoreNote.CertificateOnHost(here with { Host = "MAIL2", KeyUsable = false }));
        }

        foreach (var call in (string[][])[["certificate", "show"], ["certificate", "test"]])
            Assert.Equal("MAIL2", Assert.Single(_home.Run([.. call, "--output", "json"]).Json.GetProperty("hostsWithoutKey").EnumerateArray()).GetString());
        Assert.Contains("MAIL2", _home.Run("certificate", "show").Output, StringComparison.Ordinal);
        Assert.Contains("CertificateMissingOnHosts", _home.Run("test", "all", "--output", "json").Output, StringComparison.Ordinal);
    }

    public void Dispose() => _home.Dispose();

    // Leaves the test's account with one right, or none, in a store with another administrator.
    private void Guard(string held)
    {
        var me = _home.Run("right", "list", "--output", "json").Json.GetProperty("grants").EnumerateArray().Select(grant => grant.GetProperty("principalId").GetString()!).First(id => id != Others);
        if (!File.Exists(_home["template.db"])) File.Copy(_home.Store, _home["template.db"]);
        else File.Copy(_home["template.db"], _home.Store, overwrite: true);
        List<string[]> calls = [["right", "grant", "Administrator", Others], ["right", "enable"]];
        if (held.Length > 0) calls.Add(["right", "grant", held, me]);
        if (held != "Administrator") calls.Add(["right", "revoke", "Administrator", me]);
        foreach (var call in calls) Assert.Equal((string.Join(' ', call), 0), (string.Join(' ', call), _home.Run(call).ExitCode));
    }

    private (int, string) CodeAndId(params string[] arguments)
    {
        var answer = _home.Run(arguments);
        return (answer.ExitCode, Assert.Single(answer.ErrorIds));
    }
}
