using EmailSettings.Core.Certificates;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Storage;

/// <summary>Validates untrusted content like user input: every value by its field definition, then consistency.</summary>
internal static class StoreContentCheck
{
    private const long MaxRevision = 1_000_000_000_000;
    private const int MaxNameLength = 1024;
    private const int MaxValueLength = 65_536;

    private static readonly TextType Component = new(MaxNameLength);
    private static readonly FieldType ProtectedText = SettingBlocks.Outgoing.Find("Secret")!.Type;
    private static readonly HashSet<string> RestartFields = [.. SettingBlocks.RestartFields.Select(field => field.JsonName)];

    /// <exception cref="FormatException">The content is invalid; the message names the invalid value.</exception>
    public static void Check(StoreContent content)
    {
        var state = content.State;
        Require(state.Revision is >= 0 and <= MaxRevision, "the revision is out of range");
        Check(SettingBlocks.Basic, SettingBlocks.Basic.Path, state.Basic);
        Check(SettingBlocks.Attachments, SettingBlocks.Attachments.Path, state.Attachments);
        Check(SettingBlocks.ErrorTexts, SettingBlocks.ErrorTexts.Path, state.ErrorTexts);
        Check(SettingBlocks.Outgoing, SettingBlocks.Outgoing.Path, state.OutgoingServer);
        Check(state.IncomingServers);
        var servers = state.IncomingServers.Select(server => server.Id).ToHashSet();
        foreach (var secret in state.Secrets.Values) Check(secret, servers);
        if (state.Restart is { } mark)
            Require(IsCanonical(Component, mark.Component) && mark.Fields.All(RestartFields.Contains), "the restart mark is invalid");
        Require(content.Certificate is null || IsThumbprint(content.Certificate), "the chosen certificate is not a thumbprint");
        Check(content.History, state.Revision);
    }

    private static void Check(IReadOnlyList<IncomingMailServer> servers)
    {
        var names = new HashSet<string>(ServerName.Comparer);
        foreach (var server in servers)
        {
            Require(IsCanonical(SettingBlocks.ServerName, server.Name) && names.Add(server.Name), "an incoming server has an invalid or duplicate name");
            Check(SettingBlocks.Incoming, SettingBlocks.PathOfServer(server.Name), server);
        }
    }

    private static void Check(StoredSecret secret, HashSet<Guid> servers)
    {
        Require(secret.Key.ServerId is not { } id || servers.Contains(id), "a secret belongs to no server");
        Require(secret.ProtectedText.Length <= SecretProtector.MaxProtectedLength && IsCanonical(ProtectedText, secret.ProtectedText), $"{secret.Key} is not a protected text");
        Require(secret.Thumbprint is null || IsThumbprint(secret.Thumbprint), $"{secret.Key} has an invalid thumbprint");
    }

    private static void Check(IReadOnlyList<ChangeRecord> history, long revision)
    {
        var later = revision + 1;
        foreach (var record in history)
        {
            // A refusal has the revision of the change before it.
            Require(record.Revision >= 1 && record.Revision < later, "the revisions of the history are out of order");
            Require(IsBounded(record), "a row of the history is too long");
            later = record.Refusal is null ? record.Revision : record.Revision + 1;
        }
    }

    private static bool IsBounded(ChangeRecord record) =>
        record.Account.Length <= MaxNameLength && record.Source.Length <= MaxNameLength && record.Host is not { Length: > MaxNameLength }
        && record.Refusal is not { Length: > MaxValueLength } && record.Changes.All(IsBounded);

    private static bool IsBounded(FieldChange change) =>
        change.Path.Length <= MaxNameLength && change.From is not string { Length: > MaxValueLength } && change.To is not string { Length: > MaxValueLength };

    private static void Check<TBlock>(SettingBlock<TBlock> block, string path, TBlock values)
    {
        foreach (var field in block.ValueFields)
        {
            var plain = field.GetPlain(values);
            Require(plain is null ? field.Clearable : IsCanonical(field.Type, plain), $"{path}.{field.JsonName} has an invalid value");
        }
    }

    // A value is canonical if a round trip does not change it.
    private static bool IsCanonical(FieldType type, object plain)
    {
        var value = plain is int number ? (long)number : plain;
        return type.Read(new FieldInput("", value, FromText: false, [])) is { } read && Equals(type.Plain(read), value);
    }

    private static bool IsThumbprint(string text) => CertificateReference.ParseThumbprint(text) == text;

    private static void Require(bool isValid, string problem)
    {
        if (!isValid) throw new FormatException(problem);
    }
}
