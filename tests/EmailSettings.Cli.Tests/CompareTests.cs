namespace EmailSettings.Cli.Tests;

/// <summary>Export, compare, history and undo on the command line.</summary>
public sealed class CompareTests : IDisposable
{
    private readonly CommandLineHome _home = new();

    [UnixFact]
    public void Exit_codes_tell_same_different_and_could_not_tell()
    {
        _home.Run("set", "basic", "maxIncomingSizeKB=20000");
        var document = _home.Write("wanted.json", """{ "basic": { "maxIncomingSizeKB": 20000 } }""");
        Assert.Equal((0, "No difference, 1 unchanged.\n"), (_home.Run("compare", document).ExitCode, _home.Run("compare", document).Output));

        _home.Run("set", "basic", "maxIncomingSizeKB=10000");
        var drift = _home.Run("compare", document);

        Assert.Equal(1, drift.ExitCode);
        Assert.StartsWith("1 difference, 0 unchanged.\n", drift.Output, StringComparison.Ordinal);
        Assert.Equal("""[{"path":"basic.maxIncomingSizeKB","left":10000,"right":20000,"severity":"Error"}]""" + "\n", _home.Run("compare", document, "--output", "json").Output);
        Assert.Equal(0, _home.Run("compare", document, "--ignore", "basic.max*").ExitCode);
        Assert.Equal(0, _home.Run("compare", document, "--ignore-file", _home.Write("ignored", "# none\nbasic\n")).ExitCode);
        Assert.Equal(2, _home.Run("compare", _home["nothing.json"]).ExitCode);
        Assert.Equal(2, _home.Run("compare", "@yesterday").ExitCode);
        Assert.Equal(3, _home.Run("compare", "@99").ExitCode);
    }

    [UnixFact]
    public void A_moment_another_store_and_two_documents_are_sides_too()
    {
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

    [UnixFact]
    public void Undo_answers_as_a_change_does_and_refuses_with_the_reason()
    {
        _home.Run("set", "basic", "maxIncomingSizeKB=20000");
        _home.Run("set", "basic", "maxIncomingSizeKB=10000");
        Assert.Equal((6, "ChangeSuperseded"), (_home.Run("undo", "1").ExitCode, Assert.Single(_home.Run("undo", "1").ErrorIds)));

        var tried = _home.Run("undo", "2", "--what-if", "--output", "json").Json;
        var undone = _home.Run("undo", "2", "--output", "json").Json;

        Assert.True(tried.GetProperty("whatIf").GetBoolean());
        Assert.Equal(JsonShape.Of(tried), JsonShape.Of(undone));
        Assert.Equal((3, 20000), (undone.GetProperty("revision").GetInt32(), undone.GetProperty("changed")[0].GetProperty("to").GetInt32()));
    }

    [UnixFact]
    public void The_history_is_narrowed_by_path_account_and_time()
    {
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
