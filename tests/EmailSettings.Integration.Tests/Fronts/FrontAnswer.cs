using System.Text;
using System.Text.Json;

namespace EmailSettings.Integration.Tests.Fronts;

/// <summary>The result of a run of a front.</summary>
internal sealed record FrontAnswer(int ExitCode, string Output, string Errors)
{
    // The start of every token of the endpoint: {" in base64url, which starts a JWT's header.
    private const string TokenBegin = "eyJ";

    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The status of a stage of the report.</summary>
    public string? Status(string stage) =>
        Json.GetProperty("stages").EnumerateArray().Single(one => one.GetProperty("stage").GetString() == stage).GetProperty("status").GetString();

    /// <summary>The ids of the report's errors, in the order of the stages.</summary>
    public IEnumerable<string?> ErrorIds() =>
        from stage in Json.GetProperty("stages").EnumerateArray()
        from finding in stage.GetProperty("findings").EnumerateArray()
        where finding.GetProperty("severity").GetString() == "Error"
        select finding.GetProperty("id").GetString();

    /// <summary>Asserts that the output contains neither a token nor a secret, in any form in which it is sent.</summary>
    public void HoldsNoToken(params ReadOnlySpan<string> secrets)
    {
        var all = Output + Errors;
        Assert.DoesNotContain(TokenBegin, all, StringComparison.Ordinal);
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
            Assert.DoesNotContain(Uri.EscapeDataString(secret), all, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), all, StringComparison.Ordinal);
            Assert.DoesNotContain(JsonEncodedText.Encode(secret).ToString(), all, StringComparison.Ordinal);
        }
    }
}
