using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EmailSettings.Core.OAuth;

/// <summary>The body of a token endpoint's error: RFC 6749 section 5.2 with Microsoft Entra's additions.</summary>
internal sealed partial record TokenErrorBody(string? Error, string? Description, IReadOnlyList<int> Numbers, string? CorrelationId)
{
    private const int MaxNumbers = 10;

    // Answers with these members must never be shown.
    private static readonly string[] TokenMembers = ["access_token", "refresh_token", "id_token"];

    /// <summary>Parses a body; one that is not JSON (such as a proxy's page) becomes the description.</summary>
    public static TokenErrorBody Parse(string body)
    {
        var root = JsonText.ParseObject(Encoding.UTF8.GetBytes(body));
        if (root is null) return new TokenErrorBody(null, body, [], null);

        var error = root.Text("error");
        var description = root.Text("error_description");
        var numbers = ErrorCodes(root.Member("error_codes"));
        return new TokenErrorBody(
            error,
            description ?? (error is null && !TokenMembers.Any(name => root.Member(name) is not null) ? body : null),
            numbers.Count > 0 ? numbers : NumbersIn(description),
            root.Text("correlation_id"));
    }

    private static List<int> ErrorCodes(JsonElement? codes) => codes is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Take(MaxNumbers).Select(Number).OfType<int>()]
        : [];

    private static int? Number(JsonElement code) =>
        code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : null;

    private static List<int> NumbersIn(string? description) => description is null ? [] :
        [.. NumberPattern().Matches(description).Take(MaxNumbers).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    [GeneratedRegex("AADSTS([0-9]{4,9})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPattern();
}
