using EmailSettings.Core.Changes;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>
/// Where the servers of a document stand in it. Two documents that are compared have most of them in common, and the one that is
/// read second takes those over that stand at the same place of its list and are the same byte by byte.
/// </summary>
/// <param name="utf8">The document.</param>
/// <param name="draft">What was read of it.</param>
/// <param name="other">The document that was read before; null for none.</param>
internal sealed class ServerTexts(ReadOnlyMemory<byte> utf8, ChangeDraft draft, ServerTexts? other) : IServerTexts
{
    private readonly List<(int Start, int Length)> _places = [];

    private ChangeDraft Draft => draft;

    /// <inheritdoc/>
    public bool TryAdopt(int index, ReadOnlySpan<byte> text) =>
        other?.TextOf(index) is { Length: > 0 } known && text.StartsWith(known.Span) && draft.Adopt(other.Draft, index);

    /// <inheritdoc/>
    public void Add(int start, int length) => _places.Add((start, length));

    private ReadOnlyMemory<byte> TextOf(int index) => index < _places.Count ? utf8.Slice(_places[index].Start, _places[index].Length) : default;
}
