using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Redaction;
using EmailSettings.Messages.Reading;

namespace EmailSettings.Core.Judging;

/// <summary>Reads the messages in files and evaluates each under one or two sets of settings.</summary>
internal sealed class MessageJudge(MessageDirection direction, MessageSettings settings, MessageSettings? other)
{
    // Read in one go: system calls for each chunk would take longer than parsing.
    private const int SmallBytes = 128 * 1024;

    private readonly MessageReadOptions _options = direction == MessageDirection.Incoming
        ? new MessageReadOptions { WholeUpToBytes = Math.Max(IncomingJudge.MaxBytes(settings.Basic), other is null ? 0 : IncomingJudge.MaxBytes(other.Basic)) }
        : new MessageReadOptions { Profiles = true, RewriteCharset = settings.Basic.BodyCharset };

    /// <summary>Evaluates the messages of a file. Null if it was found in a folder and is not a mail.</summary>
    public IEnumerable<JudgedMessage>? Judge(MessageFilePath file, CancellationToken cancellation)
    {
        if (file.Fault is { } fault) return [Refused(file.Path, MessageFindings.MessageUnreadable, fault)];
        FileStream? stream = null;
        try
        {
            // The parser has its own buffer.
            stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var before = (stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle));
            using var small = before.Length <= SmallBytes ? ReadSmall(stream, (int)before.Length) : null;
            var content = (Stream?)small ?? stream;
            var kind = MessageFile.Recognize(content);
            if (kind == MessageFileKind.Mailbox) return Mailbox(file.Path, Interlocked.Exchange(ref stream, null), cancellation);
            if (!file.IsNamed && kind is MessageFileKind.Other or MessageFileKind.Empty) return null;
            var message = One(kind, file.Path, content, cancellation);
            var isSame = before == (stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle));
            return [isSame ? message : message with { Findings = [MessageFindings.MessageChangedMeanwhile.At(), .. message.Findings] }];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [Refused(file.Path, MessageFindings.MessageUnreadable, e.Message)];
        }
        finally
        {
            stream?.Dispose();
        }
    }

    /// <summary>Evaluates the messages of a stream.</summary>
    public IEnumerable<JudgedMessage> Judge(string name, Stream stream, CancellationToken cancellation)
    {
        var kind = MessageFile.Recognize(stream);
        return kind == MessageFileKind.Mailbox ? Mailbox(name, stream, cancellation) : [One(kind, name, stream, cancellation)];
    }

    private static MemoryStream ReadSmall(FileStream stream, int length)
    {
        var content = new byte[length];
        var read = stream.ReadAtLeast(content, length, throwOnEndOfStream: false);
        return new MemoryStream(content, 0, read, writable: false);
    }

    private JudgedMessage One(MessageFileKind kind, string name, Stream stream, CancellationToken cancellation) => kind switch
    {
        MessageFileKind.OutlookItem => Refused(name, MessageFindings.MessageOutlookItem),
        MessageFileKind.Empty => Refused(name, MessageFindings.MessageEmpty),
        MessageFileKind.Other => Refused(name, MessageFindings.MessageNotMail),
        _ => MessageReader.Read(stream, _options, cancellation) is { } reading ? Judge(name, reading, stream, cancellation) : Refused(name, MessageFindings.MessageNotMail),
    };

    private IEnumerable<JudgedMessage> Mailbox(string name, Stream? stream, CancellationToken cancellation)
    {
        using (stream)
        {
            var number = 0;
            foreach (var reading in MessageReader.ReadMailbox(stream!, _options, cancellation))
                yield return Judge(string.Create(CultureInfo.InvariantCulture, $"{name}#{++number}"), reading, null, cancellation);
        }
    }

    private JudgedMessage Judge(string name, MessageReading reading, Stream? stream, CancellationToken cancellation)
    {
        var judged = JudgeUnder(settings, name, reading);
        if (other is null) return judged;
        // A body is measured in its target charset, so another charset requires another pass.
        var again = direction == MessageDirection.Outgoing && other.Basic.BodyCharset != settings.Basic.BodyCharset && stream is not null
            ? MessageReader.Read(stream, _options with { RewriteCharset = other.Basic.BodyCharset }, cancellation) ?? reading
            : reading;
        return judged with { Differences = MessageComparison.Between(judged, JudgeUnder(other, name, again)) };
    }

    private JudgedMessage JudgeUnder(MessageSettings under, string name, MessageReading reading) => direction == MessageDirection.Incoming
        ? IncomingJudge.Judge(DisplayText.Escape(name), reading, under)
        : OutgoingJudge.Judge(DisplayText.Escape(name), reading, under);

    private JudgedMessage Refused(string name, FindingCode code, string? detail = null) => new()
    {
        File = DisplayText.Escape(name),
        Direction = direction,
        Outcome = MessageOutcome.Refused,
        Findings = [code.At(detail: detail)],
        Differences = other is null ? null : [],
    };
}
