namespace BareSqlite;

/// <summary>The row as it is.</summary>
public sealed record BareRow(string AttachmentEncodings, string BodyCharset, string SentEncoding, int MaxIncomingSizeKB);
