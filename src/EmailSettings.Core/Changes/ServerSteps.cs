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
            case ChangeStep.AssignServer(var name, var match, var assignments):
                Assign(draft, step, name, match, assignments);
                break;
            case ChangeStep.CheckServer(var assignments):
                Assigner(draft, new ServerDraft(new IncomingMailServer { Name = "unnamed" }, isNew: true)).Assign(step, assignments);
                break;
            case ChangeStep.RenameServer(var name, var newName):
                Rename(draft, step, name, newName);
                break;
            case ChangeStep.RemoveServer(var name):
                if (Existing(draft, step, name) is { } server) Remove(draft, server);
                break;
            case ChangeStep.KeepServers(var names):
                draft.Basis[SettingBlocks.Incoming.Path] = string.Join('\n', draft.Before.IncomingServers.Select(server => server.Name));
                var kept = names.Select(ServerName.Key).ToHashSet(StringComparer.Ordinal);
                foreach (var other in draft.Servers.Where(server => !kept.Contains(ServerName.Key(server.Name)))) Remove(draft, other);
                break;
            default:
                throw new ArgumentException($"'{step.GetType().Name}' is no step on servers.", nameof(step));
        }
    }

    private static void Assign(ChangeDraft draft, ChangeStep step, string name, ServerMatch match, IReadOnlyList<Assignment> assignments)
    {
        if (ReadName(draft, step, name) is not { } validName)
        {
            Apply(draft, new ChangeStep.CheckServer(assignments) { At = step.At, Line = step.Line, FromText = step.FromText });
            return;
        }
        var server = draft.FindServer(validName);
        if (server is not null && match == ServerMatch.New)
        {
            draft.Refuse(SettingsErrors.IncomingServerNameTaken, step.At ?? server.Block.Path, step.Line, server.Name);
            return;
        }
        if (server is null && match == ServerMatch.Existing)
        {
            draft.Refuse(SettingsErrors.IncomingServerNotFound, step.At ?? SettingBlocks.Incoming.Path, step.Line, validName);
            return;
        }
        server ??= AddServer(draft, validName);

        // A document writes names as they are to be, in case and composition too.
        if (match == ServerMatch.Either && server.Name != validName) Rename(draft, step, server.Name, validName);
        Assigner(draft, server).Assign(step, assignments);
    }

    private static FieldAssigner<IncomingMailServer> Assigner(ChangeDraft draft, ServerDraft server) =>
        new(draft, SettingBlocks.Incoming, server.Block, _ => (SecretKey.Incoming(server.Id), SecretPurpose.IncomingSecret(server.Name)));

    private static ServerDraft AddServer(ChangeDraft draft, string name)
    {
        draft.Basis[$"{SettingBlocks.Incoming.Path}[{name}]"] = false;
        return draft.AddServer(name);
    }

    private static void Rename(ChangeDraft draft, ChangeStep step, string name, string newName)
    {
        var server = Existing(draft, step, name);
        if (ReadName(draft, step, newName) is not { } validName || server is null) return;
        if (draft.FindServer(validName) is { } other && other != server)
        {
            draft.Refuse(SettingsErrors.IncomingServerNameTaken, server.Block.Path, step.Line, other.Name);
            return;
        }
        draft.Basis[$"{server.Block.Path}.name"] = server.Name;
        draft.Basis[$"{SettingBlocks.Incoming.Path}[{validName}]"] = draft.FindServer(validName) is not null;
        if (server.Name != validName)
            draft.Warn(SettingsWarnings.QueuesNameServer, server.Block.Path, server.Name, detail: $" to '{DisplayText.Shorten(validName)}'");
        draft.RenameServer(server, validName);
    }

    private static void Remove(ChangeDraft draft, ServerDraft server)
    {
        var key = SecretKey.Incoming(server.Id);
        foreach (var field in SettingBlocks.Incoming.ValueFields)
            draft.Basis[$"{server.Block.Path}.{field.JsonName}"] = field.GetPlain(server.Block.Before);
        draft.Basis[$"{server.Block.Path}.secret"] = draft.Before.Secrets.GetValueOrDefault(key)?.ProtectedText;
        draft.DropSecret(key, SecretPurpose.IncomingSecret(server.Name), $"{server.Block.Path}.secret");
        draft.Warn(SettingsWarnings.QueuesNameServer, server.Block.Path, server.Name);
        server.IsRemoved = true;
    }

    private static ServerDraft? Existing(ChangeDraft draft, ChangeStep step, string name)
    {
        var server = draft.FindServer(name);
        if (server is null) draft.Refuse(SettingsErrors.IncomingServerNotFound, step.At ?? SettingBlocks.Incoming.Path, step.Line, name);
        return server;
    }

    private static string? ReadName(ChangeDraft draft, ChangeStep step, string name)
    {
        var faults = new List<Finding>();
        var read = SettingBlocks.ServerName.Read(new FieldReading($"{step.At ?? SettingBlocks.Incoming.Path}.name", name, true, faults));
        draft.Faults.AddRange(faults.Select(fault => fault with { Line = step.Line }));
        return (string?)read;
    }
}
