namespace EmailSettings.Messages.Composing;

/// <summary>An attachment of a draft.</summary>
/// <param name="Name">The file name.</param>
/// <param name="Content">The content; seekable, and open until the message is sent. The caller keeps ownership.</param>
/// <param name="Encoding">The transfer encoding; the caller has checked that the content permits it.</param>
public sealed record DraftAttachment(string Name, Stream Content, PartEncoding Encoding);
