using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail.Sasl;

/// <summary>Reads the error that OAuth mechanisms send as a challenge: base64 of a JSON object.</summary>
internal static class OAuthErrorReader
{
    private const int MaxBytes = 16 * 1024;
    private const int MaxValueChars = 500;

    /// <summary>Returns the error; null if the challenge holds none.</summary>
    public static OAuthErrorFacts? TryRead(ReadOnlySpan<byte> challenge, Func<ReadOnlySpan<byte>, string> clean)
    {
        if (challenge.IsEmpty || challenge.Length > MaxBytes)
            return null;
        var json = new byte[Base64.GetMaxDecodedFromUtf8Length(challenge.Length)];
        if (Base64.DecodeFromUtf8(challenge, json, out _, out var length) != OperationStatus.Done)
            return null;
        try
        {
            using var document = JsonDocument.Parse(json.AsMemory(0, length));
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? null : new OAuthErrorFacts
            {
                Status = Value(root, "status"u8, clean),
                Schemes = Value(root, "schemes"u8, clean),
                Scope = Value(root, "scope"u8, clean),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Google sends the status as a string, others as a number.
    private static string? Value(JsonElement root, ReadOnlySpan<byte> name, Func<ReadOnlySpan<byte>, string> clean)
    {
        if (!root.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => TextOf(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (text is null)
            return null;
        text = Redactor.OneLine(clean(System.Text.Encoding.UTF8.GetBytes(text)));
        return text is { Length: > MaxValueChars } ? text[..MaxValueChars] : text;
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate.
            return null;
        }
    }
}
