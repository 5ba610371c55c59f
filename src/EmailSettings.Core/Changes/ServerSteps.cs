using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Changes;

/// <summary>Steps on the list of incoming servers.</summary>
internal static class ServerSteps
{
    public static void Apply(ChangeDraft draft, ChangeStep step)
    {
        switch (step)
        {
            case ChangeStep.AssignServer assign:
                Assign(draft, assign);
                break;
            case ChangeStep.CheckServer(var assignments):
                Check(draft, step, assignments);
                break;
            case ChangeStep.RenameServer(var name, var newName):
                Rename(draft, step, name, newName);
                break;
            case ChangeStep.RemoveServer(var name):
                if (Existing(draft, step, name) is { } server) Remove(draft, server);
                break;
            case ChangeStep.KeepServers(var names):
                draft.Basis[SettingBlocks.Incoming.Path] = string.Join('\n', draft.Before.IncomingServers.Select(server => server.Name));
                var kept = names.ToHashSet(ServerName.Comparer);
                foreach (var other in draft.Servers.Where(server => !kept.Contains(server.Name))) Remove(draft, other);
                break;
            default:
                throw new ArgumentException($"'{step.GetType().Name}' is not a step on servers.", nameof(step));
        }
    }

    private static void Assign(ChangeDraft draft, ChangeStep.AssignServer step)
    {
        var (name, match, assignments) = step;
        if (ReadName(draft, step, name, step.NameLine) is not { } validName)
        {
            Check(draft, step, assignments);
            return;
        }
        var server = draft.FindServer(validName);
        if (server is { IsTouched: true } && match == ServerMatch.Either)
        {
            draft.Refuse(SettingsErrors.IncomingServerNameTaken, $"{step.At ?? server.Path}.name", step.NameLine ?? step.Line, name);
            Check(draft, step, assignments);
            return;
        }
        if (server is not null && match == ServerMatch.New)
        {
            draft.Refuse(SettingsErrors.IncomingServerNameTaken, step.At ?? server.Path, step.Line, server.Name);
            return;
        }
        if (server is null && match == ServerMatch.Existing)
        {
            draft.Refuse(SettingsErrors.IncomingServerNotFound, step.At ?? SettingBlocks.Incoming.Path, step.Line, validName);
            return;
        }
        server ??= draft.AddServer(validName);

        // A document also determines the case and Unicode composition of a name.
        if (match == ServerMatch.Either && server.Name != validName) Rename(draft, step, server.Name, validName);
        Assigner(draft, server).Assign(step, assignments);
    }

    // Also report faults in the fields of a server that is already rejected.
    private static void Check(ChangeDraft draft, ChangeStep step, IReadOnlyList<Assignment> assignments) =>
        Assigner(draft, new ServerDraft(new IncomingMailServer { Name = "unnamed" }, isNew: true)).Assign(step, assignments);

    private static FieldAssigner<IncomingMailServer> Assigner(ChangeDraft draft, ServerDraft server) =>
        new(draft, SettingBlocks.Incoming, server, static (server, _) => (SecretKey.Incoming(server.Id), SecretPurpose.IncomingSecret(server.Name)), draft.ParsedValueCache);

    private static void Rename(ChangeDraft draft, ChangeStep step, string name, string newName)
    {
        var server = Existing(draft, step, name);
        if (ReadName(draft, step, newName) is not { } validName || server is null) return;
        if (draft.FindServer(validName) is { } other && other != server)
        {
            draft.Refuse(SettingsErrors.IncomingServerNameTaken, server.Path, step.Line, other.Name);
            return;
        }
        draft.Basis[$"{server.Path}.name"] = server.Name;
        draft.Basis[SettingBlocks.PathOfServer(validName)] = draft.FindServer(validName) is not null;
        if (server.Name != validName)
            draft.Warn(SettingsWarnings.QueuesNameServer, server.Path, server.Name, detail: $" to '{DisplayText.Shorten(validName)}'");
        draft.RenameServer(server, validName);
    }

    private static void Remove(ChangeDraft draft, ServerDraft server)
    {
        var key = SecretKey.Incoming(server.Id);
        server.MarkAll();
        draft.DropSecret(key, SecretPurpose.IncomingSecret(server.Name), SecretPath.OfServer(server.Path));
        draft.Warn(SettingsWarnings.QueuesNameServer, server.Path, server.Name);
        server.IsRemoved = true;
    }

    private static ServerDraft? Existing(ChangeDraft draft, ChangeStep step, string name)
    {
        var server = draft.FindServer(name);
        if (server is null) draft.Refuse(SettingsErrors.IncomingServerNotFound, step.At ?? SettingBlocks.Incoming.Path, step.Line, name);
        return server;
    }

    private static string? ReadName(ChangeDraft draft, ChangeStep step, string name, int? line = null) =>
        (string?)SettingBlocks.ServerName.Read(new FieldInput(new FieldPath(step, "name"), name, true, draft.Faults) { Line = line ?? step.Line });
}
