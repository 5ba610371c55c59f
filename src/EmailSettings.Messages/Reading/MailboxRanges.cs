using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>Finds the messages in an mbox file, as MimeKit separates them.</summary>
internal static class MailboxRanges
{
    /// <summary>Gets the ranges of the messages, without the separator line before each.</summary>
    public static IEnumerable<(long Begin, long End)> Find(Stream stream, CancellationToken cancellationToken)
    {
        stream.Position = 0;
        var finder = new Finder(new HeaderGuard(stream));
        while (true)
        {
            if (!finder.TryRead(cancellationToken))
                yield break;
            // The caller reads the message from the same stream before requesting the next.
            var position = stream.Position;
            yield return finder.Range;
            stream.Position = position;
        }
    }

    private sealed class Finder(HeaderGuard source) : MimeReader(source, MimeFormat.Mbox)
    {
        private int _depth;

        public (long Begin, long End) Range { get; private set; }

        public bool TryRead(CancellationToken cancellationToken)
        {
            if (IsEndOfStream)
                return false;
            try
            {
                ReadMessage(cancellationToken);
                return true;
            }
            catch (FormatException)
            {
                return false;
            }
        }

        protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken) => source.Progress();

        protected override void OnMboxMarkerRead(byte[] buffer, int startIndex, int count, long beginOffset, int lineNumber, CancellationToken cancellationToken) => source.Progress();

        protected override void OnMimePartContentRead(byte[] content, int startIndex, int count, CancellationToken cancellationToken) => source.Progress();

        protected override void OnMultipartPreambleRead(byte[] content, int startIndex, int count, CancellationToken cancellationToken) => source.Progress();

        protected override void OnMultipartEpilogueRead(byte[] content, int startIndex, int count, CancellationToken cancellationToken) => source.Progress();

        protected override void OnMimeMessageBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
        {
            if (_depth++ == 0)
                Range = (beginOffset, beginOffset);
        }

        protected override void OnMimeMessageEnd(long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
        {
            if (--_depth == 0)
                Range = (Range.Begin, endOffset);
        }
    }
}
