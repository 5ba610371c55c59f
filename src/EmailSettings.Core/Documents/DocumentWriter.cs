using System.Buffers;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Documents;

/// <summary>Writes a settings document from the field table. Equal settings produce equal bytes.</summary>
internal static class DocumentWriter
{
    /// <summary>Writes all settings and the given secrets; other secrets are omitted, so that an import keeps them.</summary>
    /// <param name="state">A snapshot of everything.</param>
    /// <param name="secrets">The secrets to write, as CMS text.</param>
    /// <param name="thumbprint">The certificate that protects them.</param>
    /// <returns>UTF-8, terminated by LF.</returns>
    public static ReadOnlyMemory<byte> Write(StoredState state, IReadOnlyDictionary<SecretKey, StoredSecret> secrets, string? thumbprint)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = JsonWriters.ManyLines(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, 1);
            Block(json, SettingBlocks.Basic, state.Basic);
            Block(json, SettingBlocks.Attachments, state.Attachments);
            Block(json, SettingBlocks.ErrorTexts, state.ErrorTexts);
            json.WriteStartArray(SettingBlocks.Incoming.Path);
            foreach (var server in state.IncomingServers)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, server.Name);
                Fields(json, SettingBlocks.Incoming, server);
                Secret(json, "secret", secrets.GetValueOrDefault(SecretKey.Incoming(server.Id)));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartObject(SettingBlocks.Outgoing.Path);
            Fields(json, SettingBlocks.Outgoing, state.OutgoingServer);
            Secret(json, "password", secrets.GetValueOrDefault(SecretKey.OutgoingPassword));
            Secret(json, "secret", secrets.GetValueOrDefault(SecretKey.OutgoingSecret));
            json.WriteEndObject();
            if (secrets.TryGetValue(SecretKey.SmsPassword, out var sms))
            {
                json.WriteStartObject("smsServer"u8);
                Secret(json, "password", sms);
                json.WriteEndObject();
            }
            if (thumbprint is not null) json.WriteString("certificate"u8, thumbprint);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }

    private static void Block<TBlock>(Utf8JsonWriter json, SettingBlock<TBlock> block, TBlock values)
    {
        json.WriteStartObject(block.Path);
        Fields(json, block, values);
        json.WriteEndObject();
    }

    private static void Fields<TBlock>(Utf8JsonWriter json, SettingBlock<TBlock> block, TBlock values)
    {
        foreach (var field in block.ValueFields)
        {
            json.WritePropertyName(field.JsonName);
            PlainJson.Write(json, field.GetPlain(values));
        }
    }

    private static void Secret(Utf8JsonWriter json, string name, StoredSecret? secret)
    {
        if (secret is not null) json.WriteString(name, secret.ProtectedText);
    }
}
