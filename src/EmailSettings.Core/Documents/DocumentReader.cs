using System.Globalization;
using System.Text.Json;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Documents;

/// <summary>Parses a settings document into the steps of a change in one pass, collecting all structural faults.</summary>
internal sealed class DocumentReader
{
    internal const long Version = 1;
    private const string Keys = "version, basic, attachments, errorTexts, incomingServers, outgoingServer, smsServer, certificate";
    private const string Thumbprint = "thumbprint";
    private const string WantedThumbprint = "a thumbprint of 40 hex digits";

    private readonly DocumentResult _result;
    private readonly DocumentServerReader _servers;

    private DocumentReader(Action<ChangeStep> take, IServerTexts? texts)
    {
        _result = new DocumentResult(take);
        _servers = new DocumentServerReader(_result, texts);
    }

    /// <summary>Whether it has a list of incoming servers, even an empty one.</summary>
    public bool ListsServers { get; private set; }

    /// <summary>The structural faults.</summary>
    public IReadOnlyList<Finding> Faults => _result.Faults;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="prune">Whether to remove incoming servers that are not in the document's list.</param>
    /// <param name="take">Receives the steps, one by one.</param>
    /// <param name="texts">The servers of another document; null if none.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.DocumentNotJson"/> or <see cref="StoreErrors.DocumentTooLarge"/>.
    /// </exception>
    public static DocumentReader Read(ReadOnlySpan<byte> utf8, bool prune, Action<ChangeStep> take, IServerTexts? texts = null)
    {
        var reader = new DocumentReader(take, texts);
        var json = new DocumentCursor(utf8);
        try
        {
            json.Read();
            if (json.Token == JsonTokenType.StartObject) reader.ReadRoot(ref json, prune);
            else reader._result.PassOver(ref json, "document", 1, "one object in braces");
            json.Read();
            return reader;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw json.Refusal(e);
        }
    }

    /// <summary>Reads a document as a change.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="path">The path of the document.</param>
    /// <param name="prune">Whether to remove incoming servers that are not in the document's list.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="StoreErrors.DocumentNotJson"/> or <see cref="StoreErrors.DocumentTooLarge"/>.
    /// </exception>
    public static SettingsChange ReadChange(ReadOnlySpan<byte> utf8, string path, bool prune = false)
    {
        var steps = new List<ChangeStep>();
        var reader = Read(utf8, prune, steps.Add);
        return new SettingsChange($"settings of '{DisplayText.Shorten(path, 200)}'", steps) { Faults = reader.Faults };
    }

    private void ReadRoot(ref DocumentCursor json, bool prune)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.ReadKey())
        {
            var (key, line) = (json.Key, json.Line);
            json.Read();
            if (!seen.Add(key))
            {
                _result.Refuse(SettingsErrors.FieldTwice.At(key) with { Line = line });
                json.Skip();
                continue;
            }
            switch (key)
            {
                case "$schema":
                    if (json.Token == JsonTokenType.String) json.Skip();
                    else _result.PassOver(ref json, key, line, "a text");
                    break;
                case "revision":
                    json.Skip();
                    break;
                case "version":
                    ReadVersion(ref json, line);
                    break;
                case "basic":
                    ReadBlock(ref json, SettingBlocks.Basic, line);
                    break;
                case "attachments":
                    ReadBlock(ref json, SettingBlocks.Attachments, line);
                    break;
                case "errorTexts":
                    ReadBlock(ref json, SettingBlocks.ErrorTexts, line);
                    break;
                case "outgoingServer":
                    ReadBlock(ref json, SettingBlocks.Outgoing, line);
                    break;
                case "incomingServers":
                    ListsServers |= _servers.ReadList(ref json, line, prune);
                    break;
                case "smsServer":
                    ReadSmsServer(ref json, line);
                    break;
                case "certificate":
                    ReadCertificate(ref json, line);
                    break;
                default:
                    _result.Refuse(StoreErrors.DocumentKeyUnknown.At("document", key, Keys, NameSuggestion.Hint(NameSuggestion.For(key, Keys.Split(", ")))) with { Line = line });
                    json.Skip();
                    break;
            }
        }
    }

    private void ReadVersion(ref DocumentCursor json, int line)
    {
        var version = json.IsValue ? json.Value() ?? json.Kind : json.Kind;
        json.Skip();
        if (version is not Version)
            _result.Refuse(StoreErrors.DocumentVersionUnknown.At("version", version, Version.ToString(CultureInfo.InvariantCulture)) with { Line = line });
    }

    private void ReadBlock(ref DocumentCursor json, SettingBlock block, int line)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            _result.PassOver(ref json, block.Path, line, "an object with fields");
            return;
        }
        var assignments = new List<Assignment>(block.Fields.Count);
        while (json.ReadKey())
        {
            var (key, keyLine) = (json.FieldOf(block)?.JsonName ?? json.Key, json.Line);
            json.Read();
            if (block.IsState(key)) json.Skip();
            else if (json.IsValue) assignments.Add(new Assignment(key, json.Value(), keyLine));
            else _result.PassOver(ref json, $"{block.Path}.{key}", keyLine, "one value");
        }
        _result.Take(new ChangeStep.Assign(block, assignments) { At = block.Path, Line = line });
    }

    private void ReadSmsServer(ref DocumentCursor json, int line)
    {
        const string Path = "smsServer";
        if (json.Token != JsonTokenType.StartObject)
        {
            _result.PassOver(ref json, Path, line, "an object with a password");
            return;
        }
        var isSeen = false;
        while (json.ReadKey())
        {
            var (key, keyLine) = (json.Key, json.Line);
            json.Read();
            if (key == SettingBlocks.PasswordState.JsonName)
            {
                json.Skip();
                continue;
            }
            if (key != "password")
                _result.Refuse(SettingsErrors.FieldUnknown.At(Path, key, "password", NameSuggestion.Hint(NameSuggestion.For(key, ["password"]))) with { Line = keyLine });
            else if (isSeen)
                _result.Refuse(SettingsErrors.FieldTwice.At($"{Path}.{key}") with { Line = keyLine });
            else
                ReadSmsPassword(ref json, $"{Path}.{key}", keyLine);
            isSeen |= key == "password";
            json.Skip();
        }
    }

    private void ReadSmsPassword(ref DocumentCursor json, string path, int line)
    {
        var text = json.Token == JsonTokenType.String ? (string?)json.Value() : null;
        if (json.Token == JsonTokenType.Null)
            _result.Take(new ChangeStep.RemoveSecret(SecretPurpose.SmsPassword, MustExist: false) { At = path, Line = line });
        else if (text?.TrimStart().StartsWith(SecretType.CmsBegin, StringComparison.Ordinal) == true)
            _result.Take(new ChangeStep.SetProtectedSecret(SecretPurpose.SmsPassword, text.Trim()) { At = path, Line = line });
        else
            _result.Refuse(SettingsErrors.SecretInClear.At(path, SecretPurpose.SmsPassword) with { Line = line });
    }

    // The thumbprint, or an object as exported, of which only the thumbprint counts.
    private void ReadCertificate(ref DocumentCursor json, int line)
    {
        const string Path = "certificate";
        if (json.Token != JsonTokenType.StartObject)
        {
            ReadThumbprint(ref json, Path, line);
            return;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (json.ReadKey())
        {
            var (key, keyLine) = (json.Key, json.Line);
            json.Read();
            if (!seen.Add(key))
                _result.Refuse(SettingsErrors.FieldTwice.At($"{Path}.{key}") with { Line = keyLine });
            else if (key == Thumbprint)
                ReadThumbprint(ref json, $"{Path}.{key}", keyLine);
            else if (key is not ("subject" or "location"))
                _result.Refuse(SettingsErrors.FieldUnknown.At(Path, key, Thumbprint, NameSuggestion.Hint(NameSuggestion.For(key, [Thumbprint]))) with { Line = keyLine });
            json.Skip();
        }
        if (!seen.Contains(Thumbprint)) _result.Refuse(StoreErrors.DocumentShapeWrong.At(Path, "an object without it", WantedThumbprint) with { Line = line });
    }

    private void ReadThumbprint(ref DocumentCursor json, string path, int line)
    {
        if (json.Token == JsonTokenType.String && CertificateReference.ParseThumbprint((string)json.Value()!) is { } thumbprint)
            _result.Take(new ChangeStep.FindCertificate(thumbprint) { At = path, Line = line });
        else
            _result.PassOver(ref json, path, line, WantedThumbprint);
    }
}
