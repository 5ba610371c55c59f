using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Judging;

/// <summary>An attachment of a test message.</summary>
/// <param name="Name">The file name.</param>
/// <param name="SizeBytes">The size in bytes.</param>
/// <param name="Sha256">The SHA-256 hash, lower-case hex.</param>
/// <param name="Encoding">Its transfer encoding.</param>
internal sealed record PreparedAttachment(string Name, long SizeBytes, string Sha256, TransferEncoding Encoding);
