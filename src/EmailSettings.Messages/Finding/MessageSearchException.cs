namespace EmailSettings.Messages.Finding;

/// <summary>Thrown when a server refused to search or its answers cannot be parsed.</summary>
public sealed class MessageSearchException : Exception
{
    /// <summary>Creates the exception with the library's message.</summary>
    public MessageSearchException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
