namespace EmailSettings.Core.Documents;

/// <summary>
/// The servers of a document as text, while it is read: what is written as in another document need not be read again.
/// </summary>
internal interface IServerTexts
{
    /// <summary>Takes a server over from the other document, if it is written the same there.</summary>
    /// <param name="index">Its place in the list.</param>
    /// <param name="text">The document from where the server begins.</param>
    /// <returns>False where it is to be read.</returns>
    bool TryAdopt(int index, ReadOnlySpan<byte> text);

    /// <summary>A server was read.</summary>
    /// <param name="start">Its first byte in the document.</param>
    /// <param name="length">Its bytes.</param>
    void Add(int start, int length);
}
