using EmailSettings.Core.Changes;

namespace EmailSettings.Core.Documents.Comparing;

/// <summary>
/// The positions of the servers in a document. Compared documents usually have most servers in common, so the second one adopts
/// those that have the same index and bytes in the first.
/// </summary>
/// <param name="utf8">The document.</param>
/// <param name="draft">The parsed content.</param>
/// <param name="other">The document read before; null if none.</param>
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
