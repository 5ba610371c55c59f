using System.Text;
using System.Text.Json;

namespace EmailSettings.Cli.Tests;

/// <summary>The result of a run of the command line.</summary>
internal sealed record Answer(int ExitCode, byte[] OutputBytes, string Errors)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    /// <summary>The one JSON document on standard output.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>The JSON documents on standard output, one per line.</summary>
    public JsonElement[] JsonLines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The errors in the JSON document on standard error.</summary>
    public JsonElement[] Refused => [.. JsonDocument.Parse(Errors).RootElement.GetProperty("errors").EnumerateArray()];

    /// <summary>The ids of the <c>error</c> lines on standard error, in order.</summary>
    public string[] ErrorIds => Ids("error ");

    /// <summary>The ids of the <c>warning</c> lines on standard error, in order.</summary>
    public string[] WarningIds => Ids("warning ");

    private string[] Ids(string word) =>
        [.. Errors.Split('\n').Where(line => line.StartsWith(word, StringComparison.Ordinal)).Select(line => line[word.Length..].Split(':')[0])];
}
