namespace EmailSettings.Messages.Finding;

/// <summary>A server did not search: it refused, or its answers cannot be read.</summary>
public sealed class MessageSearchException : Exception
{
    /// <summary>With the library's words.</summary>
    public MessageSearchException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
