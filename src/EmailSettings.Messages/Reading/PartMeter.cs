using System.Buffers;
using System.Security.Cryptography;

namespace EmailSettings.Messages.Reading;

/// <summary>Measures future parts of a message.</summary>
public static class PartMeter
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Gets the properties that restrict the transfer encoding, and the SHA-256 as lower-case hex.</summary>
    /// <param name="content">The bytes; seekable. Read to the end and reset to the start.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static (ContentProfile Profile, string Sha256) Measure(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var meter = new ProfileMeter();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        content.Position = 0;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            digest.AppendData(buffer, 0, read);
            meter.Write(buffer, 0, read);
        }

        content.Position = 0;
        ArrayPool<byte>.Shared.Return(buffer);
        return (meter.End(), Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    /// <summary>Gets the properties of a text in a charset, with CRLF line endings.</summary>
    /// <param name="text">The text.</param>
    /// <param name="charset">The IANA name of the charset.</param>
    /// <exception cref="ArgumentException">The charset is unknown.</exception>
    public static RewrittenText MeasureText(string text, string charset)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rewriter = new TextRewriter(Charsets.Find(charset) ?? throw new ArgumentException($"The charset '{charset}' is unknown.", nameof(charset)));
        rewriter.Write(text.ReplaceLineEndings("\r\n"), flush: false);
        return rewriter.End();
    }
}
