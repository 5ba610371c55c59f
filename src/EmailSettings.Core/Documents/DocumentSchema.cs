using System.Buffers;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Documents;

/// <summary>
/// The JSON schema (draft 2020-12) of a settings document, generated from the field table, for completion and validation in
/// editors. The import validates more and is authoritative.
/// </summary>
public static class DocumentSchema
{
    private const string Guid = "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
    private const string Separators = @"[\s:\u200B\u200E\u200F\uFEFF-]*";
    private const string Thumbprint = $"^{Separators}([0-9A-Fa-f]{Separators}){{40}}$";
    private const string Controls = @"\u0000-\u001F\u007F-\u009F";
    private const string ControlsButLineBreaks = @"\u0000-\u0009\u000B\u000C\u000E-\u001F\u007F-\u009F";

    /// <summary>Writes the schema.</summary>
    /// <returns>UTF-8, terminated by LF.</returns>
    public static ReadOnlyMemory<byte> Write()
    {
        var buffer = new ArrayBufferWriter<byte>(16_384);
        using (var json = JsonWriters.ManyLines(buffer))
        {
            json.WriteStartObject();
            json.WriteString("$schema"u8, "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title"u8, "EmailSettings document, version 1");
            json.WriteString("description"u8, "The e-mail settings of a contact-centre platform. Absent values stay unchanged; null clears a value.");
            json.WriteString("type"u8, "object");
            json.WriteBoolean("additionalProperties"u8, false);
            json.WriteStartObject("properties"u8);
            Text(json, "$schema", "The location of this document's schema, for editors.", null);
            State(json, new StateField("revision", "The revision of the exported settings."));
            json.WriteStartObject("version"u8);
            json.WriteString("description"u8, "The version of the format.");
            json.WriteNumber("const"u8, DocumentReader.Version);
            json.WriteEndObject();
            Block(json, SettingBlocks.Basic, BasicSettings.Default, "Basic settings.");
            Block(json, SettingBlocks.Attachments, AttachmentSettings.Default, "Attachment settings.");
            Block(json, SettingBlocks.ErrorTexts, ErrorTexts.Default, "Error texts.");
            Servers(json);
            Block(json, SettingBlocks.Outgoing, OutgoingMailServer.Default, "The external outgoing mail server.");
            SmsServer(json);
            Certificate(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static void Block<TBlock>(Utf8JsonWriter json, SettingBlock<TBlock> table, TBlock defaults, string description)
    {
        json.WriteStartObject(table.Path);
        json.WriteString("description"u8, description);
        BeginObject(json);
        foreach (var field in table.Fields) Field(json, field, field.IsSecret || field.IsFixed ? null : field.GetPlain(defaults));
        foreach (var state in table.States) State(json, state);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Servers(Utf8JsonWriter json)
    {
        json.WriteStartObject(SettingBlocks.Incoming.Path);
        json.WriteString("description"u8, "The incoming mail servers, matched by name; servers that are not listed are kept, unless an import prunes.");
        json.WriteString("type"u8, "array");
        json.WriteStartObject("items"u8);
        BeginObject(json);
        json.WriteStartObject("name"u8);
        json.WriteString("description"u8, "The name, unique ignoring case, by which queues select their server.");
        Type(json, SettingBlocks.ServerName, isClearable: false);
        json.WriteEndObject();
        foreach (var field in SettingBlocks.Incoming.Fields) Field(json, field, null);
        foreach (var state in SettingBlocks.Incoming.States) State(json, state);
        json.WriteEndObject();
        json.WriteStartArray("required"u8);
        json.WriteStringValue("name"u8);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void SmsServer(Utf8JsonWriter json)
    {
        json.WriteStartObject("smsServer"u8);
        json.WriteString("description"u8, "The SMS Server, whose password shares the password certificate.");
        BeginObject(json);
        json.WriteStartObject("password"u8);
        json.WriteString("description"u8, "The password.");
        Type(json, SettingBlocks.Outgoing.Find("Password")!.Type, isClearable: true);
        json.WriteEndObject();
        State(json, SettingBlocks.PasswordState);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Certificate(Utf8JsonWriter json)
    {
        json.WriteStartObject("certificate"u8);
        json.WriteString("description"u8, "The password certificate: its thumbprint, 40 hex digits, or an object as exported.");
        json.WriteStartArray("type"u8);
        json.WriteStringValue("string"u8);
        json.WriteStringValue("object"u8);
        json.WriteEndArray();
        json.WriteString("pattern"u8, Thumbprint);
        json.WriteBoolean("additionalProperties"u8, false);
        json.WriteStartObject("properties"u8);
        Text(json, "thumbprint", "Its thumbprint, 40 hex digits.", Thumbprint);
        State(json, new StateField("subject", "Its subject."));
        State(json, new StateField("location", "The location of its key on the exporting host."));
        json.WriteEndObject();
        json.WriteStartArray("required"u8);
        json.WriteStringValue("thumbprint"u8);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // An import ignores it, whatever it contains.
    private static void State(Utf8JsonWriter json, StateField state)
    {
        json.WriteStartObject(state.JsonName);
        json.WriteString("description"u8, state.Effect);
        json.WriteBoolean("readOnly"u8, true);
        json.WriteEndObject();
    }

    private static void BeginObject(Utf8JsonWriter json)
    {
        json.WriteString("type"u8, "object");
        json.WriteBoolean("additionalProperties"u8, false);
        json.WriteStartObject("properties"u8);
    }

    private static void Text(Utf8JsonWriter json, string name, string description, string? pattern)
    {
        json.WriteStartObject(name);
        json.WriteString("description"u8, description);
        json.WriteString("type"u8, "string");
        if (pattern is not null) json.WriteString("pattern"u8, pattern);
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, SettingField field, object? byDefault)
    {
        json.WriteStartObject(field.JsonName);
        json.WriteString("description"u8, field.Effect);
        if (byDefault is not null)
        {
            json.WritePropertyName("default"u8);
            PlainJson.Write(json, byDefault);
        }
        if (field.IsFixed) json.WriteBoolean("readOnly"u8, true);
        Type(json, field.Type, field.Clearable);
        json.WriteEndObject();
    }

    private static void Type(Utf8JsonWriter json, FieldType type, bool isClearable)
    {
        if (type is TransferEncodingType or ChoiceType<IncomingAuthentication> or ChoiceType<OutgoingAuthentication>)
        {
            json.WriteStartArray("enum"u8);
            foreach (var choice in type.Allowed.Split(", ")) json.WriteStringValue(choice);
            json.WriteEndArray();
            return;
        }
        var name = type switch { WholeNumberType => "integer", BooleanType => "boolean", _ => "string" };
        if (isClearable)
        {
            json.WriteStartArray("type"u8);
            json.WriteStringValue(name);
            json.WriteStringValue("null"u8);
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("type"u8, name);
        }
        Limits(json, type);
    }

    private static void Limits(Utf8JsonWriter json, FieldType type)
    {
        switch (type)
        {
            case WholeNumberType number:
                json.WriteNumber("minimum"u8, number.Minimum);
                json.WriteNumber("maximum"u8, number.Maximum);
                break;
            case TextType text:
                json.WriteNumber("minLength"u8, 1);
                json.WriteNumber("maxLength"u8, text.Maximum);
                json.WriteString("pattern"u8, $"^[^{(text.HasLineBreaks ? ControlsButLineBreaks : Controls)}]*$");
                break;
            case GuidType:
                json.WriteString("pattern"u8, $"^{Guid}$");
                break;
            case AuthorityType:
                json.WriteString("pattern"u8, $"^[Hh][Tt][Tt][Pp][Ss]://[^/?#@\\\\]+/{Guid}/?$");
                break;
            case DateType:
                json.WriteString("pattern"u8, "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
                break;
            case SecretType:
                json.WriteString("pattern"u8, $"^\\s*{SecretType.CmsBegin}");
                break;
            case CharsetType:
                json.WriteStartArray("examples"u8);
                foreach (var charset in CharsetType.Common) json.WriteStringValue(charset);
                json.WriteEndArray();
                json.WriteNumber("minLength"u8, 1);
                break;
            case AttachmentEncodingsType:
                var encoding = string.Join('|', TransferEncoding.All.Select(one => one.Name));
                json.WriteString("pattern"u8, $@"^\s*{Pair(encoding)}(;\s*{Pair(encoding)})*;?\s*$");
                break;
            case HostType or FolderType:
                json.WriteNumber("minLength"u8, 1);
                break;
        }
    }

    private static string Pair(string encoding) => $@"(\*|\.?[A-Za-z0-9_+-]+)\s*=\s*({encoding})\s*";
}
