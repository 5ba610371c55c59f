using System.Text.Json;
using EmailSettings.Testing;

namespace EmailSettings.Cli.Tests;

/// <summary>Export, compare, history and undo on the command line.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    [Fact]
    public void Exit_codes_distinguish_same_different_and_error()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        _home.Run("set", "basic", "maxIncomingSizeKB=20000");
        var document = _home.Write("wanted.json", """{ "basic": { "maxIncomingSizeKB": 20000 } }""");
        Assert.Equal((0, "No difference, 1 unchanged.\n"), (_home.Run("compare", document).ExitCode, _home.Run("compare", document).Output));

        _home.Run("set", "basic", "maxIncomingSizeKB=10000");
        var drift = _home.Run("compare", document);

        Assert.Equal(1, drift.ExitCode);
        Assert.StartsWith("1 difference, 0 unchanged.\n", drift.Output, StringComparison.Ordinal);
        Assert.Equal("""[{"path":"basic.maxIncomingSizeKB","left":10000,"right":20000,"notNamed":null,"severity":"Error"}]""" + "\n", _home.Run("compare", document, "--output", "json").Output);
        Assert.Equal(0, _home.Run("compare", document, "--ignore", "basic.max*").ExitCode);
        Assert.Equal(0, _home.Run("compare", document, "--ignore-file", _home.Write("ignored", "# none\nbasic\n")).ExitCode);
        Assert.Equal(2, _home.Run("compare", _home["nothing.json"]).ExitCode);
        Assert.Equal(2, _home.Run("compare", "@yesterday").ExitCode);
        Assert.Equal(3, _home.Run("compare", "@99").ExitCode);
    }

    [Fact]
    public void Three_manual_changes_are_exactly_the_differences_undo_reverts_one_and_an_import_the_rest()
    {
        Assert.Equal(0, _home.Run("init", "--from", CommandLineHome.Contoso).ExitCode);
        Assert.Equal(0, _home.Run("compare", CommandLineHome.Contoso).ExitCode);

        Assert.Equal(0, _home.Run("set", "basic", "maxIncomingSizeKB=15000").ExitCode);
        Assert.Equal(0, _home.Run("set", "outgoing", "maxRecipients=7").ExitCode);
        Assert.Equal(0, _home.Run("incoming", "remove", "Contoso sales", "--yes").ExitCode);
        var removal = JsonDocument.Parse(_home.Run("history", "--output", "json").Output.Split('\n')[0]).RootElement.GetProperty("revision").GetInt64();

        var drift = _home.Run("compare", CommandLineHome.Contoso, "--output", "json");
        Assert.Equal(1, drift.ExitCode);
        Assert.Equal(["basic.maxIncomingSizeKB", "outgoingServer.maxRecipients", "incomingServers[Contoso sales]"],
            drift.Json.EnumerateArray().Select(difference => difference.GetProperty("path").GetString()));

        Assert.Equal(0, _home.Run("undo", removal.ToString(System.Globalization.CultureInfo.InvariantCulture)).ExitCode);
        Assert.Equal(["basic.maxIncomingSizeKB", "outgoingServer.maxRecipients"],
            _home.Run("compare", CommandLineHome.Contoso, "--output", "json").Json.EnumerateArray().Select(difference => difference.GetProperty("path").GetString()));
        Assert.Equal(0, _home.Run("import", CommandLineHome.Contoso).ExitCode);
        Assert.Equal(0, _home.Run("compare", CommandLineHome.Contoso).ExitCode);
    }

    [Fact]
    public void Null_is_distinguished_from_a_missing_field()
    {
        var cleared = _home.Write("cleared.json", """{ "outgoingServer": { "maxRecipients": null } }""");
        var silent = _home.Write("silent.json", """{ "outgoingServer": {} }""");

        var comparison = _home.Run("compare", cleared, silent);

        Assert.Equal(["-", "outgoingServer.maxRecipients", "null", "→", "not", "named"],
            comparison.Output.Split('\n')[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word == "->" ? "→" : word));
        Assert.Equal("""[{"path":"outgoingServer.maxRecipients","left":null,"right":null,"notNamed":"Left","severity":"Error"}]""" + "\n", _home.Run("compare", silent, cleared, "--output", "json").Output);
    }

    [Fact]
    public void The_output_of_show_all_imports_without_changes_and_sets_up_another_system()
    {
        using var contoso = new ContosoHome();
        contoso.Run("set", "attachments", "minimumFileSizeBytes=1");
        var shown = contoso.Write("shown.json", contoso.Run("show", "all", "--output", "json").Output);

        var again = contoso.Run("import", shown, "--output", "json");
        Assert.Equal((0, 0, ""), (again.ExitCode, again.Json.GetProperty("changed").GetArrayLength(), string.Join(' ', again.WarningIds)));
        Assert.Equal(0, contoso.Run("compare", shown).ExitCode);

        // It names a certificate that another system lacks; without one, it can be imported anywhere.
        Assert.Equal("DocumentCertificateMissing", Assert.Single(_home.Run("import", shown).ErrorIds));
        using var plain = new CommandLineHome();
        Assert.Equal(0, plain.Run("set", "basic", "maxIncomingSizeKB=15000").ExitCode);
        var without = plain.Write("without.json", plain.Run("show", "all", "--output", "json").Output);
        Assert.Equal(0, _home.Run("import", without).ExitCode);
        Assert.Equal(0, _home.Run("compare", without).ExitCode);
    }

    [Fact]
    public void An_unknown_field_is_still_an_error()
    {
        var document = _home.Write("d.json", """{ "revision": 3, "attachments": { "restartRequired": true, "restartRequirred": true }, "smsServer": { "passwordState": {}, "state": 1 } }""");

        Assert.Equal(["FieldUnknown", "FieldUnknown"], _home.Run("import", document).ErrorIds);
    }

    [Fact]
    public void A_point_in_time_another_store_and_two_documents_can_be_sides_too()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        _home.Run("set", "basic", "maxIncomingSizeKB=20000");
        _home.Run("set", "basic", "maxIncomingSizeKB=10000");
        Assert.Equal(1, _home.Run("compare", "@1", "@now").ExitCode);
        Assert.Equal(0, _home.Run("compare", "@2").ExitCode);
        Assert.Equal(1, _home.Run("compare", "@2020-01-01").ExitCode);
        Assert.Equal(0, _home.Run("compare", _home.Store).ExitCode);

        _home.Run("export", _home["a.json"]);
        Assert.Equal(2, _home.Run("export", _home["a.json"]).ExitCode);
        Assert.Equal(0, _home.Run("export", _home["a.json"], "--force").ExitCode);
        Assert.Equal(0, _home.Run("compare", _home["a.json"], _home["a.json"]).ExitCode);
        Assert.Equal(File.ReadAllText(_home["a.json"]), _home.Run("export").Output);
        Assert.Equal(0, _home.Run("import", _home["a.json"]).ExitCode);
    }

    [Fact]
    public void Undo_answers_as_a_change_does_and_refuses_with_the_reason()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        _home.Run("set", "basic", "maxIncomingSizeKB=20000");
        _home.Run("set", "basic", "maxIncomingSizeKB=10000");
        Assert.Equal((6, "ChangeSuperseded"), (_home.Run("undo", "1").ExitCode, Assert.Single(_home.Run("undo", "1").ErrorIds)));

        var tried = _home.Run("undo", "2", "--what-if", "--output", "json").Json;
        var undone = _home.Run("undo", "2", "--output", "json").Json;

        Assert.True(tried.GetProperty("whatIf").GetBoolean());
        Assert.Equal(JsonShape.Of(tried), JsonShape.Of(undone));
        Assert.Equal((3, 20000), (undone.GetProperty("revision").GetInt32(), undone.GetProperty("changed")[0].GetProperty("to").GetInt32()));
    }

    [Fact]
    public void The_history_is_narrowed_by_path_account_and_time()
    {
        Skip.OnWindows(CommandLineHome.WhyNotOnWindows);
        _home.Run("set", "basic", "maxIncomingSizeKB=20000");
        _home.Run("set", "outgoing", "port=26");

        Assert.Equal([2], Revisions("--path", "outgoingServer"));
        Assert.Equal([2, 1], Revisions("--account", "*", "--after", "2020-01-01T00:00Z"));
        Assert.Empty(Revisions("--before", "2020-01-01"));
        Assert.Equal(2, _home.Run("history", "--after", "soon").ExitCode);
    }

    public void Dispose() => _home.Dispose();

    private IEnumerable<int> Revisions(params string[] arguments) =>
        _home.Run(["history", "--output", "json", .. arguments]).JsonLines.Select(change => change.GetProperty("revision").GetInt32());
}
