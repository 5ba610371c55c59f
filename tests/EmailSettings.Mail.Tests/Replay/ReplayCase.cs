namespace EmailSettings.Mail.Tests.Replay;

/// <summary>How a conversation is delivered.</summary>
internal enum Delivery
{
    Whole,
    ByteByByte,
    LineByLine,
    Pieces,
}

/// <summary>One delivery of a conversation, intact or corrupted.</summary>
/// <param name="Conversation">The conversation.</param>
/// <param name="Bytes">The bytes as delivered.</param>
/// <param name="Delivery">The size of the pieces.</param>
/// <param name="Name">The modification, for error messages.</param>
internal sealed record ReplayCase(Conversation Conversation, byte[] Bytes, Delivery Delivery, string Name);
