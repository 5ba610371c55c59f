namespace BareSqlite;

/// <summary>The row.</summary>
public sealed record BareRow(string AttachmentEncodings, string BodyCharset, string SentEncoding, int MaxIncomingSizeKB);
