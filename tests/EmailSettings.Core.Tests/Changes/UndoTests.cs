using EmailSettings.Core.Changes;
using EmailSettings.Core.Changes.History;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Tests.Operations;

namespace EmailSettings.Core.Tests.Changes;

public sealed class UndoTests : IDisposable
{
    private readonly SessionFixture _fixture = new();
    private readonly RecordingHost _host = new();

    [Fact]
    public void Undo_makes_a_new_change_that_restores_the_values()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1), ("bodyCharset", "iso-8859-1")));
        _fixture.Apply(SessionFixture.Texts(("noBody", "none")));

        var result = Undo(1);

        Assert.Equal(3, result.Revision);
        Assert.Equal(["basic.bodyCharset", "basic.maxIncomingSizeKB"], result.Changed.Select(change => change.Path).Order());
        Assert.Equal((BasicSettings.Default, "none"), (_fixture.Session.Settings.ReadBasic(), _fixture.Session.Settings.ReadErrorTexts().NoBody));
        Assert.Equal(3, _fixture.Session.Settings.ReadHistory().Count);
    }

    [Fact]
    public void A_change_that_a_later_one_depends_on_is_not_undone_and_the_later_one_is_named()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1)));
        _fixture.Apply(SessionFixture.Basic(("bodyCharset", "iso-8859-1")));
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 2)));

        var fault = Refused(1);

        Assert.Equal((HistoryErrors.ChangeSuperseded.Id, "basic.maxIncomingSizeKB", (object)3L), (fault.Id, fault.Field, fault.Value));
        Undo(3);
        Undo(1);
        Assert.Equal(25_000, _fixture.Session.Settings.ReadBasic().MaxIncomingSizeKB);
    }

    [Fact]
    public void A_removed_server_is_restored_and_its_secret_must_be_entered_again()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.NewServer("Contoso", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("Contoso"), SessionFixture.Secret()));
        var before = _fixture.Session.Settings.ReadIncomingServer("Contoso");
        var removed = _fixture.Apply(new ChangeStep.RemoveServer("Contoso")).Revision;

        Undo(removed);

        var after = _fixture.Session.Settings.ReadIncomingServer("Contoso");
        Assert.Equal((before.Address, before.Authentication, before.ClientId, false), (after.Address, after.Authentication, after.ClientId, after.SecretState.IsSet));
        Assert.Equal("incoming.secret:Contoso", Assert.Single(_host.Warnings, warning => warning.Id == SettingsWarnings.SecretNotUndone.Id).Value!.ToString());
    }

    [Fact]
    public void An_added_server_is_removed_unless_it_was_changed_since()
    {
        _fixture.Apply(SessionFixture.NewServer("a"));
        _fixture.Apply(SessionFixture.NewServer("b"));
        _fixture.Apply(new ChangeStep.RenameServer("b", "c"));

        Undo(1);

        Assert.Equal(HistoryErrors.ChangeSuperseded.Id, Refused(2).Id);
        Assert.Equal("c", Assert.Single(_fixture.Session.Settings.ReadIncomingServers()).Name);
    }

    [Fact]
    public void A_renamed_server_is_found_under_its_current_name()
    {
        _fixture.Apply(SessionFixture.NewServer("a"));
        _fixture.Apply(SessionFixture.Server("a", ServerMatch.Existing, ("address", SessionFixture.OtherTenant)));
        _fixture.Apply(new ChangeStep.RenameServer("a", "b"));

        Undo(2);
        Undo(3);

        Assert.Equal(SessionFixture.Tenant, _fixture.Session.Settings.ReadIncomingServer("a").Address!.OriginalString);
    }

    [Fact]
    public void A_secret_whose_target_is_reverted_is_removed()
    {
        _fixture.UseCertificate();
        _fixture.Apply(SessionFixture.Outgoing(("host", "a"), ("authentication", "Basic"), ("serverUser", "u"), ("password", SessionFixture.Secret())));
        var moved = _fixture.Apply(SessionFixture.Outgoing(("host", "b"), ("password", SessionFixture.Secret("another")))).Revision;

        Undo(moved);

        var outgoing = _fixture.Session.Settings.ReadOutgoingServer();
        Assert.Equal(("a", false), (outgoing.Host, outgoing.PasswordState.IsSet));
        Assert.Contains(_host.Warnings, warning => warning.Id == SettingsWarnings.SecretNotUndone.Id);
    }

    [Fact]
    public void A_secret_first_stored_by_the_change_is_removed()
    {
        _fixture.UseCertificate();
        var stored = _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret())).Revision;

        Undo(stored);

        Assert.DoesNotContain(_fixture.Session.Secrets.List(), secret => secret.IsSet);
    }

    [Fact]
    public void A_change_that_only_removed_a_secret_cannot_be_undone_and_the_error_names_it()
    {
        _fixture.UseCertificate();
        _fixture.Apply(new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));
        var removed = _fixture.Apply(new ChangeStep.RemoveSecret(SecretPurpose.SmsPassword)).Revision;

        var fault = Refused(removed);

        Assert.Equal(HistoryErrors.ChangeNotUndoable.Id, fault.Id);
        Assert.Contains("sms.password", fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_that_is_not_in_the_history_is_not_found() => Assert.Equal(HistoryErrors.ChangeNotFound.Id, Refused(7).Id);

    [Fact]
    public void An_undone_undo_is_the_change_again()
    {
        _fixture.Apply(SessionFixture.NewServer("a"), SessionFixture.Basic(("maxIncomingSizeKB", 1)));
        Undo(1);
        Undo(2);

        Assert.Equal((1, 1), (_fixture.Session.Settings.ReadBasic().MaxIncomingSizeKB, _fixture.Session.Settings.ReadIncomingServers().Count));
    }

    [Fact]
    public void A_host_that_declines_sees_the_new_change_and_the_store_is_unchanged()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1)));

        var result = _fixture.Session.Settings.Undo(1, SessionFixture.Refusing);

        Assert.Equal((true, 25_000L), (result.WhatIf, Assert.Single(result.Changed).To));
        Assert.Equal(1, _fixture.Session.Store.Describe().Revision);
    }

    [Fact]
    public void After_any_changes_every_earlier_state_is_as_it_was_exported()
    {
        _fixture.UseCertificate();
        var random = new Random(29);
        var exported = new Dictionary<long, ReadOnlyMemory<byte>>();
        for (var round = 0; round < 60; round++)
        {
            try
            {
                _fixture.Apply(RandomStep(random));
            }
            catch (EmailSettingsException)
            {
                // A server that does not exist, or a name that is taken: nothing was changed.
            }
            exported[_fixture.Session.Store.Describe().Revision] = _fixture.Session.Documents.Export(withSecrets: false);
        }

        foreach (var (revision, document) in exported)
        {
            var comparison = _fixture.Session.Comparison.Compare(new ComparisonSource.AtRevision(revision), new ComparisonSource.Document("then") { Content = document }, [], _host);
            Assert.Equal([], comparison.Differences);
        }
    }

    [Fact]
    public void Undoing_everything_from_the_newest_to_the_first_ends_at_the_defaults()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1)), SessionFixture.NewServer("a"), SessionFixture.NewServer("b"));
        _fixture.Apply(new ChangeStep.RenameServer("a", "c"), SessionFixture.Texts(("noBody", "x")));
        _fixture.Apply(new ChangeStep.RemoveServer("b"), SessionFixture.Outgoing(("host", "h"), ("port", 26)));

        foreach (var revision in new long[] { 3, 2, 1 }) Undo(revision);

        var comparison = _fixture.Session.Comparison.Compare(new ComparisonSource.AtRevision(0), ComparisonSource.Now, [], _host);
        Assert.True(comparison.IsSame);
    }

    [Fact]
    public void The_history_is_narrowed_by_time_account_path_and_number()
    {
        _fixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 1)));
        _fixture.Apply(SessionFixture.NewServer("Contoso sales"));
        _fixture.Apply(SessionFixture.Basic(("bodyCharset", "iso-8859-1")));
        var times = _fixture.Session.Settings.ReadHistory().Select(record => record.Time).ToList();

        Assert.Equal([3, 1], Revisions(new HistoryFilter { Paths = [new PathPattern("basic")] }));
        Assert.Equal([3], Revisions(new HistoryFilter { Paths = [new PathPattern("basic")], Last = 1 }));
        Assert.Equal([2], Revisions(new HistoryFilter { Paths = [new PathPattern("incomingServers[contoso*]")] }));
        Assert.Equal([1], Revisions(new HistoryFilter { Paths = [new PathPattern("basic.maxIncomingSizeKB")] }));
        Assert.Equal([3, 2, 1], Revisions(new HistoryFilter { Account = new PathPattern("TESTER") }));
        Assert.Equal([3, 2, 1], Revisions(new HistoryFilter { Account = new PathPattern(@"host\*") }));
        Assert.Empty(Revisions(new HistoryFilter { Account = new PathPattern("somebody") }));
        Assert.Equal([3], Revisions(new HistoryFilter { After = times[0] }));
        Assert.Equal([2, 1], Revisions(new HistoryFilter { Before = times[0] }));
    }

    public void Dispose() => _fixture.Dispose();

    private ChangeResult Undo(long revision) => _fixture.Session.Settings.Undo(revision, _host);

    private Finding Refused(long revision) => Assert.Single(Assert.Throws<EmailSettingsException>(() => Undo(revision)).Faults);

    private IEnumerable<long> Revisions(HistoryFilter filter) => _fixture.Session.Settings.ReadHistory(filter).Select(record => record.Revision);

    private static ChangeStep RandomStep(Random random)
    {
        var name = $"{(char)('a' + random.Next(4))}";
        return random.Next(9) switch
        {
            0 => SessionFixture.Basic(("maxIncomingSizeKB", random.Next(1, 5))),
            1 => SessionFixture.Texts(("noBody", $"text {random.Next(3)}")),
            2 => SessionFixture.NewServer(name),
            3 => new ChangeStep.RemoveServer(name),
            4 => new ChangeStep.RenameServer(name, $"{(char)('a' + random.Next(4))}"),
            5 => SessionFixture.Server(name, ServerMatch.Existing, ("clientId", random.Next(2) == 0 ? SessionFixture.Client : SessionFixture.OtherClient)),
            6 => SessionFixture.Outgoing(("host", $"h{random.Next(3)}"), ("maxRecipients", random.Next(2) == 0 ? null : 7)),
            7 => new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret($"secret {random.Next(3)}")),
            _ => SessionFixture.Attachments(("minimumFileSizeBytes", random.Next(3))),
        };
    }
}
