using System.Buffers;
using System.Security.Cryptography;

namespace EmailSettings.Messages.Reading;

/// <summary>Measures what is to become a part of a message.</summary>
public static class PartMeter
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>What the bytes ask of a transfer encoding, and their SHA-256 as lower-case hex.</summary>
    /// <param name="content">The bytes; seekable. Read to the end and set to the beginning.</param>
    /// <exception cref="IOException">They cannot be read.</exception>
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

    /// <summary>What a text in a charset asks of a transfer encoding; its lines end in CRLF.</summary>
    /// <param name="text">The text.</param>
    /// <param name="charset">The charset, as IANA names it.</param>
    /// <exception cref="ArgumentException">The charset is not known.</exception>
    public static RewrittenText MeasureText(string text, string charset)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rewriter = new TextRewriter(Charsets.Find(charset) ?? throw new ArgumentException($"The charset '{charset}' is not known.", nameof(charset)));
        rewriter.Write(text.ReplaceLineEndings("\r\n"), flush: false);
        return rewriter.End();
    }
}
