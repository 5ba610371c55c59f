namespace EmailSettings.Mail.Tests.Replay;

/// <summary>How a conversation is delivered.</summary>
internal enum Delivery
{
    Whole,
    ByteByByte,
    LineByLine,
    Pieces,
}

/// <summary>One delivery of a conversation, whole or spoilt.</summary>
/// <param name="Conversation">What is said.</param>
/// <param name="Bytes">The bytes as delivered.</param>
/// <param name="Delivery">In which pieces.</param>
/// <param name="Name">What was done to it, for a failure to name.</param>
internal sealed record ReplayCase(Conversation Conversation, byte[] Bytes, Delivery Delivery, string Name);
