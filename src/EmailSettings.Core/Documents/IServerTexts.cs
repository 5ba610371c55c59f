namespace EmailSettings.Core.Documents;

/// <summary>
/// The raw servers of a document being read, so that servers equal to those of another document need not be parsed again.
/// </summary>
internal interface IServerTexts
{
    /// <summary>Adopts a server from the other document if its bytes are equal there.</summary>
    /// <param name="index">Its index in the list.</param>
    /// <param name="text">The document from the server onwards.</param>
    /// <returns>False if it must be parsed.</returns>
    bool TryAdopt(int index, ReadOnlySpan<byte> text);

    /// <summary>Adds a parsed server.</summary>
    /// <param name="start">Its byte offset in the document.</param>
    /// <param name="length">Its length in bytes.</param>
    void Add(int start, int length);
}
