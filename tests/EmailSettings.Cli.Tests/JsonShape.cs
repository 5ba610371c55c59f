using System.Text.Json;

namespace EmailSettings.Cli.Tests;

/// <summary>The names in a JSON document, in order: <c>{a,b{c},d[{e}]}</c>.</summary>
internal static class JsonShape
{
    public const string PasswordState = "passwordState{isSet,thumbprint,since}";
    public const string SecretState = "secretState{isSet,thumbprint,since,expires}";
    public const string Outgoing = $"{{enabled,host,port,useSsl,authentication,serverUser,{PasswordState},address,clientId,{SecretState},secretExpires,maxEmailSizeMB,maxRecipients,maxAttachmentSizeMB}}";
    public const string Incoming = $"{{name,address,authentication,clientId,{SecretState},secretExpires}}";
    public const string Basic = "{attachmentEncodings,bodyCharset,sentEncoding,maxIncomingSizeKB,maxSentSizeMB,maxSentAttachmentMB}";
    public const string Attachments = "{saveToFolder,folder,minimumFileSizeBytes,saveAsMime,restartRequired}";
    public const string Change = "{changed[{path,from,to}],revision,whatIf,warnings[{id,path,text,hint}]}";
    public const string Certificate = "{thumbprint,subject,notBefore,notAfter,daysLeft,location,keyUsable,keySize,hostsWithoutKey[]}";
    public const string Settings = $"{{basic{Basic},attachments{Attachments},errorTexts{{tooLarge,noBody}},incomingServers[{Incoming}],outgoingServer{Outgoing},smsServer{{{PasswordState}}},certificate{{thumbprint,subject,location}},revision}}";

    /// <summary>Gets the shape; of an array, that of its first element.</summary>
    public static string Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', json.EnumerateObject().Select(property => property.Name + Of(property.Value)))}}}",
        JsonValueKind.Array => $"[{(json.GetArrayLength() > 0 ? Of(json[0]) : "")}]",
        _ => "",
    };
}
