using System.Globalization;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Documents;

/// <summary>Turns a settings document into the steps of a change, collecting every fault of its shape on the way.</summary>
internal sealed class DocumentReader
{
    internal const long Version = 1;
    private const string Keys = "version, basic, attachments, errorTexts, incomingServers, outgoingServer, smsServer, certificate";

    private readonly List<ChangeStep> _steps = [];
    private readonly List<Finding> _faults = [];

    /// <summary>The steps the document asks for.</summary>
    public IReadOnlyList<ChangeStep> Steps => _steps;

    /// <summary>It has a list of incoming servers, be it empty.</summary>
    public bool ListsServers { get; private set; }

    /// <summary>What is wrong with its shape.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="prune">Incoming servers that the document's list lacks are removed.</param>
    public static DocumentReader Read(ReadOnlySpan<byte> utf8, bool prune)
    {
        var reader = new DocumentReader();
        if (DocumentParser.Parse(utf8) is DocumentNode.Group root) reader.ReadRoot(root, prune);
        else reader.Shape("document", 1, "not an object", "one object in braces");
        return reader;
    }

    private void ReadRoot(DocumentNode.Group root, bool prune)
    {
        foreach (var (key, line, content) in Members(root, ""))
        {
            switch (key)
            {
                case "$schema":
                    break;
                case "version":
                    if (content is not DocumentNode.Value { Content: Version })
                        _faults.Add(StoreErrors.DocumentVersionUnknown.At("version", (content as DocumentNode.Value)?.Content ?? content.Kind, Version.ToString(CultureInfo.InvariantCulture)) with { Line = line });
                    break;
                case "basic":
                    ReadBlock(SettingBlocks.Basic, line, content);
                    break;
                case "attachments":
                    ReadBlock(SettingBlocks.Attachments, line, content);
                    break;
                case "errorTexts":
                    ReadBlock(SettingBlocks.ErrorTexts, line, content);
                    break;
                case "outgoingServer":
                    ReadBlock(SettingBlocks.Outgoing, line, content);
                    break;
                case "incomingServers":
                    ReadServers(line, content, prune);
                    break;
                case "smsServer":
                    ReadSmsServer(line, content);
                    break;
                case "certificate":
                    ReadCertificate(line, content);
                    break;
                default:
                    _faults.Add(StoreErrors.DocumentKeyUnknown.At("document", key, Keys, NearestName.Hint(key, Keys)) with { Line = line });
                    break;
            }
        }
    }

    private void ReadBlock(SettingBlock block, int line, DocumentNode content)
    {
        if (content is DocumentNode.Group group)
            _steps.Add(new ChangeStep.Assign(block, Assignments(group, block.Path)) { At = block.Path, Line = line });
        else
            Shape(block.Path, line, content.Kind, "an object with fields");
    }

    private void ReadServers(int line, DocumentNode content, bool prune)
    {
        const string Path = "incomingServers";
        if (content is not DocumentNode.List list)
        {
            Shape(Path, line, content.Kind, "an array of servers");
            return;
        }
        ListsServers = true;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (item, index) in list.Items.Select((item, index) => (item, index)))
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{Path}[{index}]");
            if (item is not DocumentNode.Group group) Shape(at, item.Line, item.Kind, "an object with fields");
            else ReadServer(at, group, names);
        }
        if (prune) _steps.Add(new ChangeStep.KeepServers([.. names.Values]));
    }

    private void ReadServer(string at, DocumentNode.Group group, Dictionary<string, string> names)
    {
        var fields = group with { Members = [.. group.Members.Where(member => !IsName(member))] };
        var assignments = Assignments(fields, at);
        _steps.Add(ReadName(at, group, names) is { } name
            ? new ChangeStep.AssignServer(name, ServerMatch.Either, assignments) { At = at, Line = group.Line }
            : new ChangeStep.CheckServer(assignments) { At = at, Line = group.Line });
    }

    private string? ReadName(string at, DocumentNode.Group group, Dictionary<string, string> names)
    {
        var named = group.Members.Where(IsName).ToList();
        foreach (var again in named.Skip(1)) _faults.Add(SettingsErrors.FieldTwice.At($"{at}.name") with { Line = again.Line });
        if (named.Count == 0 || named[0].Content is not DocumentNode.Value { Content: string name })
        {
            _faults.Add(SettingsErrors.ValueRequired.At($"{at}.name", limit: SettingBlocks.ServerName.Allowed, detail: "as a text for an incoming mail server")
                with
            { Line = named.Count == 0 ? group.Line : named[0].Line });
            return null;
        }
        if (names.TryAdd(ServerName.Key(name), name)) return name;
        _faults.Add(SettingsErrors.IncomingServerNameTaken.At($"{at}.name", name) with { Line = named[0].Line });
        return null;
    }

    private static bool IsName(DocumentNode.Member member) => member.Key.Equals("name", StringComparison.OrdinalIgnoreCase);

    private void ReadSmsServer(int line, DocumentNode content)
    {
        const string Path = "smsServer";
        if (content is not DocumentNode.Group group)
        {
            Shape(Path, line, content.Kind, "an object with a password");
            return;
        }
        foreach (var (key, keyLine, value) in Members(group, Path))
        {
            var text = (value as DocumentNode.Value)?.Content as string;
            if (key != "password")
                _faults.Add(SettingsErrors.FieldUnknown.At(Path, key, "password", NearestName.Hint(key, "password")) with { Line = keyLine });
            else if (value is DocumentNode.Value { Content: null })
                _steps.Add(new ChangeStep.RemoveSecret(SecretPurpose.SmsPassword, MustExist: false) { At = $"{Path}.password", Line = keyLine });
            else if (text?.TrimStart().StartsWith(SecretType.CmsBegin, StringComparison.Ordinal) == true)
                _steps.Add(new ChangeStep.SetProtectedSecret(SecretPurpose.SmsPassword, text.Trim()) { At = $"{Path}.password", Line = keyLine });
            else
                _faults.Add(SettingsErrors.SecretInClear.At($"{Path}.password", SecretPurpose.SmsPassword) with { Line = keyLine });
        }
    }

    private void ReadCertificate(int line, DocumentNode content)
    {
        if ((content as DocumentNode.Value)?.Content is string text && CertificateReference.ParseThumbprint(text) is { } thumbprint)
            _steps.Add(new ChangeStep.FindCertificate(thumbprint) { At = "certificate", Line = line });
        else
            Shape("certificate", line, content.Kind, "a thumbprint of 40 hex digits");
    }

    private List<Assignment> Assignments(DocumentNode.Group group, string path)
    {
        var assignments = new List<Assignment>();
        foreach (var (key, line, content) in group.Members)
        {
            if (content is DocumentNode.Value value) assignments.Add(new Assignment(key, value.Content, line));
            else Shape($"{path}.{key}", line, content.Kind, "one value");
        }
        return assignments;
    }

    private IEnumerable<DocumentNode.Member> Members(DocumentNode.Group group, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in group.Members)
        {
            if (seen.Add(member.Key)) yield return member;
            else _faults.Add(SettingsErrors.FieldTwice.At(path.Length == 0 ? member.Key : $"{path}.{member.Key}") with { Line = member.Line });
        }
    }

    private void Shape(string path, int line, string found, string wanted) =>
        _faults.Add(StoreErrors.DocumentShapeWrong.At(path, found, wanted) with { Line = line });
}
