namespace EmailSettings.Messages.Composing;

/// <summary>An attachment of a draft.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">The bytes; seekable, and open until the message is sent. Stays the caller's to dispose.</param>
/// <param name="Encoding">Transfer encoding; the caller has seen that the bytes permit it.</param>
public sealed record DraftAttachment(string Name, Stream Content, PartEncoding Encoding);
