using System.Reflection;
using EmailSettings.Core.Access;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Documents.Comparing;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Judging;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.ServerTests;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Tests.Operations;
using EmailSettings.Core.Vault;

namespace EmailSettings.Core.Tests.Access;

/// <summary>
/// Everything that a session can do, with sets of rights: allowed exactly where the table says. An operation without a case is a
/// failure, so that nothing is accessible without a declared right.
/// </summary>
public sealed class SessionMatrixTests : IDisposable
{
    private static readonly CancellationToken Ended = new(canceled: true);

    private readonly RightsFixture _rights = new();
    private readonly string _template;
    private readonly string _publicPart;
    private readonly string _backup;
    private readonly string _protected;
    private readonly string _protectedSecret;
    private readonly string _thumbprint;
    private readonly long _undoable;

    public SessionMatrixTests()
    {
        _thumbprint = SessionFixture.UseCertificate();
        SessionFixture.Apply(SessionFixture.Basic(("maxIncomingSizeKB", 5)), SessionFixture.NewServer("Support", "OAuthService"), new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("Support"), SessionFixture.Secret()));
        SessionFixture.Apply(SessionFixture.Attachments(("folder", "/a")));
        SessionFixture.Apply(SessionFixture.Attachments(("folder", "/b")));
        SessionFixture.Apply(SessionFixture.Outgoing(("host", "127.0.0.1"), ("port", 1), ("authentication", "Basic"), ("serverUser", "mailer"), ("password", SessionFixture.Secret())));
        _undoable = SessionFixture.Apply(SessionFixture.Basic(("bodyCharset", "iso-8859-1"))).Revision;
        _publicPart = SessionFixture.Folder.File("there.cer");
        _backup = SessionFixture.Folder.File("backup.db");
        _rights.Admin.Certificates.Export(_publicPart, null, new RecordingHost());
        _rights.Admin.Store.Backup(_backup, new RecordingHost());
        using (var secrets = _rights.Admin.Secrets.Open())
        {
            using var text = SessionFixture.Secret("text");
            _protected = secrets.Protect(SecretPurpose.Text, text, new RecordingHost());
            _protectedSecret = secrets.Protect(SecretPurpose.SmsPassword, text, new RecordingHost());
        }
        _rights.Enable(("S-1-5-21-7", Right.IncomingManage));
        _rights.Admin.Dispose();
        _template = SessionFixture.File;
    }

    public static TheoryData<string> Sets => ["", .. Right.All.Select(right => right.Name), "all but Administrator", "View guarded"];

    private SessionFixture SessionFixture => _rights.SessionFixture;

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Everything_a_session_does_is_allowed_exactly_where_the_table_says(string set)
    {
        var held = Right.All.Where(right => set == right.Name || (set == "all but Administrator" && right != Right.Administrator)).ToList();
        var viewBinds = set == "View guarded" || held.Any(right => right.IsView);
        var wrong = new List<string>();
        foreach (var (name, operations, work) in Cases())
        {
            var file = SessionFixture.Folder.File($"{Guid.NewGuid():N}.db");
            File.Copy(_template, file);
            using (var store = new EmailSettings.Core.Storage.Sqlite.SqliteSettingsStore(file))
            {
                RightsFixture.Write(store, [.. held.Select(right => new StoreWrite.PutGrant(new RightGrant(RightsFixture.Anna.Id, right.Name, "anna", default))),
                    .. set == "View guarded" ? [new StoreWrite.PutGrant(new RightGrant("somebody", "Incoming.View", "somebody", default))] : Array.Empty<StoreWrite>()]);
            }
            var expected = operations.All(operation => operation.Right is not { } right || (right.IsView && !viewBinds) || held.Any(each => each.Covers(right)));
            var refused = await RefusedAsync(_rights.Open(RightsFixture.Anna, file), work);
            if (refused == expected) wrong.Add($"{name}: {(refused ? "refused" : "allowed")}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_operation_of_a_session_has_a_case()
    {
        var methods = typeof(EmailSettingsSession).GetProperties().SelectMany(part => part.PropertyType
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => $"{part.Name}.{method.Name.Replace("get_", "", StringComparison.Ordinal)}"));

        Assert.Empty(methods.Distinct().Except(Cases().Select(each => each.Name.Split(' ')[0])));
        Assert.Empty(OperationTable.All.Except(Cases().SelectMany(each => each.Operations)).Except([OperationTable.ViewSms]));
    }

    public void Dispose() => _rights.Dispose();

    private static async Task<bool> RefusedAsync(EmailSettingsSession session, Func<EmailSettingsSession, Task> work)
    {
        try
        {
            await work(session);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (EmailSettingsException e) when (e.Code == AccessErrors.RightMissing)
        {
            return true;
        }
    }

    private IEnumerable<(string Name, IReadOnlyList<GuardedOperation> Operations, Func<EmailSettingsSession, Task> Work)> Cases()
    {
        var emailService = new[] { OperationTable.ViewEmailService };
        yield return Case("Settings.ReadAll", OperationTable.ViewAll, session => session.Settings.ReadAll());
        yield return Case("Settings.ReadBasic", emailService, session => session.Settings.ReadBasic());
        yield return Case("Settings.ReadAttachments", emailService, session => session.Settings.ReadAttachments());
        yield return Case("Settings.ReadRestart", emailService, session => session.Settings.ReadRestart());
        yield return Case("Settings.ReadErrorTexts", emailService, session => session.Settings.ReadErrorTexts());
        yield return Case("Settings.ReadIncomingServers", [OperationTable.ViewIncoming], session => session.Settings.ReadIncomingServers());
        yield return Case("Settings.ReadIncomingServer", [OperationTable.ViewIncoming], session => session.Settings.ReadIncomingServer("Support"));
        yield return Case("Settings.ReadOutgoingServer", [OperationTable.ViewOutgoing], session => session.Settings.ReadOutgoingServer());
        yield return Case("Settings.ReadHistory", OperationTable.ViewAll, session => session.Settings.ReadHistory());

        yield return Change("basic", [OperationTable.ChangeBasic], SessionFixture.Basic(("maxIncomingSizeKB", 6)));
        yield return Change("basic to what it is", [OperationTable.ChangeBasic], SessionFixture.Basic(("maxIncomingSizeKB", 5)));
        yield return Change("attachments", [OperationTable.ChangeAttachments], SessionFixture.Attachments(("saveAsMime", false)));
        yield return Change("restart", [OperationTable.ClearRestart], new ChangeStep.ClearRestart());
        yield return Change("error texts", [OperationTable.ChangeErrorTexts], SessionFixture.Texts(("noBody", "x")));
        yield return Change("outgoing", [OperationTable.ChangeOutgoing], SessionFixture.Outgoing(("maxRecipients", 3)));
        yield return Change("outgoing's secret", [OperationTable.ChangeOutgoing], new ChangeStep.SetSecret(SecretPurpose.OutgoingPassword, SessionFixture.Secret()));
        yield return Change("new server", [OperationTable.ChangeIncoming], SessionFixture.NewServer("other"));
        yield return Change("rename", [OperationTable.ChangeIncoming], new ChangeStep.RenameServer("Support", "other"));
        yield return Change("remove", [OperationTable.ChangeIncoming], new ChangeStep.RemoveServer("Support"));
        yield return Change("prune", [OperationTable.ChangeIncoming], new ChangeStep.KeepServers([]));
        yield return Change("incoming's secret", [OperationTable.ChangeIncoming], new ChangeStep.SetSecret(SecretPurpose.IncomingSecret("Support"), SessionFixture.Secret()));
        yield return Change("SMS", [OperationTable.ChangeSmsPassword], new ChangeStep.SetSecret(SecretPurpose.SmsPassword, SessionFixture.Secret()));
        yield return Change("certificate", [OperationTable.ChooseCertificate], new ChangeStep.FindCertificate(_thumbprint));
        yield return Change("two blocks", [OperationTable.ChangeBasic, OperationTable.ChangeIncoming], SessionFixture.Basic(("maxIncomingSizeKB", 6)), SessionFixture.NewServer("other"));

        GuardedOperation[] secretStates = [OperationTable.ViewIncoming, OperationTable.ViewOutgoing];
        yield return Case("Secrets.List", secretStates, session => session.Secrets.List());
        yield return Case("Secrets.WithTarget outgoing", [OperationTable.ChangeOutgoing], session => session.Secrets.WithTarget(SecretPurpose.OutgoingPassword));
        yield return Case("Secrets.WithTarget incoming", [OperationTable.ChangeIncoming], session => session.Secrets.WithTarget(SecretPurpose.IncomingSecret("Support")));
        yield return Case("Secrets.Open and protect", [OperationTable.Protect], session => With(session, secrets => secrets.Protect(SecretPurpose.Text, SessionFixture.Secret(), new RecordingHost())));
        yield return Case("Secrets.Open and unprotect", [OperationTable.UnprotectText], session => With(session, secrets => secrets.Unprotect(SecretPurpose.Text, _protected, new RecordingHost())));
        yield return Case("Secrets.Open and unprotect a copy", [OperationTable.UnprotectSecret], session => With(session, secrets => secrets.Unprotect(SecretPurpose.SmsPassword, _protectedSecret, new RecordingHost())));
        yield return Case("Secrets.Open and unprotect stored", [OperationTable.UnprotectSecret], session => With(session, secrets => secrets.UnprotectStored(SecretPurpose.OutgoingPassword, new RecordingHost())));
        yield return Case("Secrets.Reprotect", [OperationTable.Reencrypt], session => session.Secrets.Reprotect(false, new RecordingHost()));
        yield return Case("Secrets.ReprotectFor", [OperationTable.Reencrypt], session => session.Secrets.ReprotectFor(_publicPart, NewFile("json"), false, new RecordingHost()));

        yield return Case("Certificates.ReadChosen", secretStates, session => session.Certificates.ReadChosen());
        yield return Case("Certificates.ListUsable", [], session => session.Certificates.ListUsable());
        yield return Case("Certificates.Choose", [OperationTable.ChooseCertificate], session => session.Certificates.Choose(_thumbprint, new RecordingHost()));
        yield return Case("Certificates.ChooseFile", [OperationTable.ChooseCertificate], session => NotFound(() => session.Certificates.ChooseFile(NewFile("pfx"), null, null, new RecordingHost())));
        yield return Case("Certificates.Create", [OperationTable.CreateCertificate], session => session.Certificates.Create(new NewCertificateOptions { Bits = 2048 }, SessionFixture.Refusing));
        yield return Case("Certificates.Export", [OperationTable.ExportCertificate], session => session.Certificates.Export(NewFile("cer"), null, new RecordingHost()));
        yield return Case("Certificates.Test", secretStates, session => session.Certificates.Test());

        yield return Case("Store.Describe", [], session => session.Store.Describe());
        yield return Case("Store.Backup", [OperationTable.Backup], session => session.Store.Backup(NewFile("db"), new RecordingHost()));
        yield return Case("Store.Restore", [OperationTable.Restore], session => session.Store.Restore(_backup, new RecordingHost()));
        yield return Case("Health.Check", OperationTable.ViewAll, session => session.Health.Check());

        yield return Case("Tests.Read", [], session => session.Tests.Read());
        yield return Case("Tests.FindStoredTests", [], session => session.Tests.FindStoredTests());
        yield return ("Tests.TestAsync outgoing", [OperationTable.ViewOutgoing, OperationTable.TestOutgoing], session => session.Tests.TestAsync(new OutgoingTestRequest(), Ended));
        yield return ("Tests.TestAsync as given", [OperationTable.ViewOutgoing, OperationTable.TestAsGiven], session => session.Tests.TestAsync(new OutgoingTestRequest { Password = SessionFixture.Secret() }, Ended));
        yield return ("Tests.TestAsync incoming", [OperationTable.ViewIncoming, OperationTable.TestIncoming], session => session.Tests.TestAsync(new IncomingTestRequest { Name = "Support" }, Ended));
        yield return ("Tests.TestAsync message", [OperationTable.ViewOutgoing, OperationTable.SendMessage], session => session.Tests.TestAsync(
            new OutgoingTestRequest { Message = new TestMessage(), Password = SessionFixture.Secret(), SenderAddress = "a@example.org", RecipientAddress = "b@example.org" }, Ended));
        yield return Case("Tests.WriteMessage", [OperationTable.ViewOutgoing, OperationTable.SendMessage], session => session.Tests.WriteMessage(session.Tests.Read(),
            new OutgoingTestRequest { Message = new TestMessage(), Password = SessionFixture.Secret(), SenderAddress = "a@example.org", RecipientAddress = "b@example.org" }, Stream.Null));
        yield return ("Messages.TestAsync", [OperationTable.ViewEmailService, OperationTable.ViewOutgoing], async session =>
        {
            await foreach (var message in session.Messages.TestAsync(new MessageTestRequest { Paths = [Path.GetDirectoryName(_template)!] }, _ => { }, (_, _) => { })) Assert.NotNull(message);
        }
        );

        yield return Case("Settings.Undo", [OperationTable.ChangeBasic], session => session.Settings.Undo(_undoable, new RecordingHost()));
        yield return Case("Comparison.Compare", OperationTable.ViewAll, session => session.Comparison.Compare(ComparisonSource.Now, new ComparisonSource.AtRevision(_undoable), [], new RecordingHost()));
        yield return Case("Comparison.AsSource", OperationTable.ViewAll, session => session.Comparison.AsSource());
        yield return Case("Documents.Export without secrets", OperationTable.ViewAll, session => session.Documents.Export(withSecrets: false));
        yield return Case("Documents.Export", [OperationTable.ExportSecrets, .. OperationTable.ViewAll], session => session.Documents.Export());
        yield return Case("Documents.Import", [OperationTable.ChangeOutgoing, OperationTable.ChangeErrorTexts], session => session.Documents.Import(Document("""{"outgoingServer":{"maxRecipients":7},"errorTexts":{"noBody":"x"}}"""), new RecordingHost()));
        yield return Case("Documents.Initialize", [OperationTable.ChangeErrorTexts, .. OperationTable.ViewAll], session => session.Documents.Initialize(Document("""{"errorTexts":{"noBody":"x"}}"""), new RecordingHost()));

        yield return Case("Rights.AreEnforced", [], session => session.Rights.AreEnforced);
        yield return Case("Rights.List", [], session => session.Rights.List());
        yield return Case("Rights.ListCurrent", [], session => session.Rights.ListCurrent());
        yield return Case("Rights.ListBlocks", [], session => session.Rights.ListBlocks());
        yield return Case("Rights.Grant", [OperationTable.ChangeGrants], session => session.Rights.Grant("Incoming.View", Hosting.Actor.Current("test").Id, new RecordingHost()));
        yield return Case("Rights.Revoke", [OperationTable.ChangeGrants], session => session.Rights.Revoke("Incoming.Manage", "S-1-5-21-7", new RecordingHost()));
        yield return Case("Rights.Enable", [OperationTable.SwitchRights], session => session.Rights.Enable(new RecordingHost()));
        yield return Case("Rights.Disable", [OperationTable.SwitchRights], session => session.Rights.Disable(new RecordingHost()));
        yield return Case("Rights.Lock", [OperationTable.ChangeLocks], session => session.Rights.Lock("Basic", new RecordingHost()));
        yield return Case("Rights.Unlock", [OperationTable.ChangeLocks], session => session.Rights.Unlock("Basic", new RecordingHost()));
        yield return ("Rights.RequireOtherStore", [OperationTable.ConnectStore], session => Task.Run(_rights.Open(RightsFixture.Anna with { IsDelegated = true }, session.Store.Describe().Location).Rights.RequireOtherStore));
    }

    private static (string, IReadOnlyList<GuardedOperation>, Func<EmailSettingsSession, Task>) Case(string name, IReadOnlyList<GuardedOperation> operations, Func<EmailSettingsSession, object?> work) =>
        (name, operations, session => Task.FromResult(work(session)));

    private static (string, IReadOnlyList<GuardedOperation>, Func<EmailSettingsSession, Task>) Case(string name, IReadOnlyList<GuardedOperation> operations, Action<EmailSettingsSession> work) =>
        (name, operations, session =>
        {
            work(session);
            return Task.CompletedTask;
        }
    );

    private static (string, IReadOnlyList<GuardedOperation>, Func<EmailSettingsSession, Task>) Change(string name, IReadOnlyList<GuardedOperation> operations, params IReadOnlyList<ChangeStep> steps) =>
        Case($"Settings.Apply {name}", operations, session => session.Settings.Apply(new SettingsChange("test", steps), new RecordingHost()));

    private static object With(EmailSettingsSession session, Func<SecretSession, object> work)
    {
        using var secrets = session.Secrets.Open();
        return work(secrets);
    }

    // Authorized callers are told that the file does not exist.
    private static void NotFound(Action work)
    {
        try
        {
            work();
        }
        catch (EmailSettingsException e) when (e.Code != AccessErrors.RightMissing)
        {
            Assert.Equal(FindingKind.InvalidInput, e.Code.Kind);
        }
    }

    private static DocumentImport Document(string json) => new("document.json") { Content = System.Text.Encoding.UTF8.GetBytes(json) };

    private string NewFile(string ending) => SessionFixture.Folder.File($"{Guid.NewGuid():N}.{ending}");
}
