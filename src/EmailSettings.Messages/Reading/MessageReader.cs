using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>
/// Reads messages from a stream. Violations of the standards are reported if the message can still be understood; they never
/// throw. Memory use does not grow with the message.
/// </summary>
public static class MessageReader
{
    private const int MaxLooks = 4;
    private const int MaxDepth = 40;

    // MimeKit leaves it to the program to register charsets beyond those built into .NET.
    static MessageReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The maximum nesting depth; deeper parts are one leaf.</summary>
    private static ParserOptions Parser { get; } = new() { MaxMimeDepth = MaxDepth };

    /// <summary>Reads one message.</summary>
    /// <param name="stream">The message from first to last byte; seekable. Not disposed.</param>
    /// <param name="options">What to read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The message; null if the stream contains none.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static MessageReading? Read(Stream stream, MessageReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        var size = stream.Length;
        stream.Position = 0;
        if (size > options.WholeUpToBytes)
            return ReadHeader(stream, size, cancellationToken);
        return ReadWhole(stream, options, cancellationToken) is { } reading ? reading with { SizeBytes = size } : null;
    }

    /// <summary>Reads the messages of an mbox file one by one (RFC 4155).</summary>
    /// <param name="stream">The file; seekable. Not disposed.</param>
    /// <param name="options">What to read of each.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static IEnumerable<MessageReading> ReadMailbox(Stream stream, MessageReadOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        foreach (var (begin, end) in MailboxRanges.Find(stream, cancellationToken))
        {
            var message = new PatchedStream(stream, begin, end, []);
            if (Read(message, options, cancellationToken) is { } reading)
                yield return reading;
        }
    }

    private static MessageReading? ReadHeader(Stream stream, long size, CancellationToken cancellationToken)
    {
        var guard = new HeaderGuard(stream);
        var reader = new HeaderReader(Parser, guard);
        try
        {
            reader.ReadHeaders(cancellationToken);
        }
        catch (FormatException)
        {
            return null;
        }

        return new MessageReading
        {
            SizeBytes = size,
            IsWhole = false,
            Header = reader.Header,
            MediaType = reader.MediaType,
            Bodies = [],
            Attachments = [],
            Repairs = guard.Ended ? MessageRepairs.EndlessHeader : MessageRepairs.None,
        };
    }

    private static MessageReading? ReadWhole(Stream stream, MessageReadOptions options, CancellationToken cancellationToken)
    {
        var repairs = MessageRepairs.None;
        if (HasBareCarriageReturns(stream))
        {
            repairs = MessageRepairs.LineEnds;
            stream = new PatchedStream(stream, 0, stream.Length, [], carriageReturns: true);
        }

        MessageReading? reading = null;
        for (var look = 0; look < MaxLooks; look++)
        {
            stream.Position = 0;
            var guard = new HeaderGuard(stream);
            using var collector = new PartCollector(Parser, guard, options);
            if (!TryRead(collector, cancellationToken))
                return reading ?? (collector.HasHeader ? collector.HeaderOnly(stream.Length) : null);
            reading = Finish(collector, stream, options) with { Repairs = repairs | (guard.Ended ? MessageRepairs.EndlessHeader : MessageRepairs.None) };
            if (collector.Unreadable.Count == 0 || MessageRecovery.AddBoundaries(stream, collector.Unreadable, Parser, ref repairs) is not { } mended)
                break;
            stream = mended;
        }

        return reading;
    }

    private static bool TryRead(PartCollector collector, CancellationToken cancellationToken)
    {
        try
        {
            collector.ReadMessage(cancellationToken);
            return collector.Reading is not null;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool HasBareCarriageReturns(Stream stream)
    {
        Span<byte> start = stackalloc byte[1024];
        stream.Position = 0;
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return MessageRecovery.HasBareCarriageReturns(start[..length]);
    }

    // The parser does not provide the bytes of a nested message, so they are read from the stream again.
    private static MessageReading Finish(PartCollector collector, Stream stream, MessageReadOptions options)
    {
        var reading = collector.Reading!;
        if (collector.InnerMessages.Count == 0 || !(options.Digests || options.Profiles))
            return reading;
        MessagePart[] attachments = [.. reading.Attachments];
        foreach (var (index, begin, end) in collector.InnerMessages)
            attachments[index] = InnerMessage(attachments[index], new PatchedStream(stream, begin, end, []), options);
        return reading with { Attachments = attachments };
    }

    private static MessagePart InnerMessage(MessagePart part, Stream content, MessageReadOptions options)
    {
        var meter = options.Profiles ? new ProfileMeter() : null;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[16 * 1024];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            digest.AppendData(buffer, 0, read);
            meter?.Write(buffer, 0, read);
        }

        return part with { Sha256 = options.Digests ? Convert.ToHexStringLower(digest.GetHashAndReset()) : null, Profile = meter?.End() };
    }
}
