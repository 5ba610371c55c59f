using System.Text.Json;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Messages.Tests;

public sealed class CorpusTests
{
    private static readonly MessageReadOptions Everything = new() { Digests = true, BodyChars = 100_000, Profiles = true };

    public static TheoryData<string> Files => [.. CorpusCase.All.Select(mail => mail.File)];

    [Fact]
    public void The_corpus_is_whole() => Assert.Equal(57, CorpusCase.All.Count);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_mail_of_the_corpus_is_read_as_listed(string file)
    {
        var mail = CorpusCase.All.Single(candidate => candidate.File == file);
        var reading = Read(mail);
        Assert.Equal(mail.Entry.GetProperty("totalSize").GetInt64(), reading.SizeBytes);
        var faults = mail.Answers().Select(answer => Differences(reading, answer).ToList()).ToList();
        Assert.True(faults.Any(list => list.Count == 0), $"{mail.Certainty}: " + string.Join(" | or ", faults.Select(list => string.Join("; ", list))));
    }

    private static MessageReading Read(CorpusCase mail)
    {
        using var stream = File.OpenRead(mail.PathOf);
        return MessageReader.Read(stream, Everything, CancellationToken.None)!;
    }

    private static IEnumerable<string> Differences(MessageReading reading, JsonElement expected)
    {
        if (reading.BodyFound != expected.GetProperty("bodyFound").GetBoolean())
            yield return $"body found: {reading.BodyFound}";
        var found = string.Join('+', reading.Bodies.Where(body => body.HasText).Select(body => body.MediaType[5..]).Distinct().OrderByDescending(type => type));
        if (expected.TryGetProperty("bodyType", out var type) && (type.GetString() ?? string.Empty) != found)
            yield return $"body type: {found}";
        var text = string.Join('\n', reading.Bodies.Select(body => body.Text));
        foreach (var words in Strings(expected, "bodyContains"))
        {
            if (!text.Contains(words, StringComparison.Ordinal))
                yield return $"no '{words}' in '{text}'";
        }

        foreach (var words in Strings(expected, "bodyDoesNotContain"))
        {
            if (text.Contains(words, StringComparison.Ordinal))
                yield return $"'{words}' in the body";
        }

        JsonElement[] attachments = [.. expected.GetProperty("attachments").EnumerateArray()];
        if (attachments.Length != reading.Attachments.Count)
        {
            yield return $"{reading.Attachments.Count} attachments, not {attachments.Length}";
            yield break;
        }

        for (var i = 0; i < attachments.Length; i++)
        {
            if (Difference(reading.Attachments[i], attachments[i]) is { } difference)
                yield return difference;
        }
    }

    private static string? Difference(MessagePart part, JsonElement expected)
    {
        if (!Flag(expected, "nameOpen") && !Names(expected).Contains(part.Name))
            return $"name '{part.Name}'";
        if (expected.GetProperty("type").GetString() != part.MediaType)
            return $"{part.Name}: type {part.MediaType}";
        if (Flag(expected, "inline") && !part.IsInline)
            return $"{part.Name}: not inline";
        if (part.Profile?.SizeBytes != part.SizeBytes)
            return $"{part.Name}: profile of {part.Profile?.SizeBytes} bytes, not {part.SizeBytes}";
        return Flag(expected, "sizeOpen") || Contents(expected).Any(content => content == (part.SizeBytes, part.Sha256))
            ? null
            : $"{part.Name}: {part.SizeBytes} bytes, {part.Sha256}";
    }

    private static IEnumerable<(long, string?)> Contents(JsonElement expected)
    {
        IEnumerable<JsonElement> answers = expected.TryGetProperty("accept", out var others) ? [expected, .. others.EnumerateArray()] : [expected];
        return answers.Select(answer => (answer.GetProperty("size").GetInt64(), answer.GetProperty("sha256").GetString()));
    }

    private static IEnumerable<string?> Names(JsonElement expected) => expected.TryGetProperty("nameAccept", out var names)
        ? names.EnumerateArray().Select(name => name.GetString())
        : [expected.GetProperty("name").GetString()];

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(item => item.GetString()!) : [];
}
