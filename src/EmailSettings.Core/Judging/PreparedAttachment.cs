using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Judging;

/// <summary>An attachment of a test message.</summary>
/// <param name="Name">File name.</param>
/// <param name="SizeBytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256, lower-case hex.</param>
/// <param name="Encoding">The transfer encoding that it gets.</param>
internal sealed record PreparedAttachment(string Name, long SizeBytes, string Sha256, TransferEncoding Encoding);
