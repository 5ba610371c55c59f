namespace EmailSettings.Mail.Transcripts;

/// <summary>
/// The dialogue of a session, in order and redacted. Bounded: long lines are cut, and lines beyond the limits are only counted.
/// </summary>
public sealed class MailTranscript
{
    private const int MaxLineChars = 2_000;
    private const int MaxLines = 2_000;
    private const int MaxTotalChars = 200_000;

    private readonly List<TranscriptLine> _lines = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _start;
    private int _totalChars;
    private int _omitted;

    /// <summary>Creates an empty transcript that starts now.</summary>
    /// <param name="time">The clock.</param>
    public MailTranscript(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>Gets a copy of the lines so far.</summary>
    public IReadOnlyList<TranscriptLine> Lines
    {
        get
        {
            lock (_gate)
                return [.. _lines];
        }
    }

    /// <summary>The number of lines omitted because the transcript is full.</summary>
    public int OmittedLines
    {
        get
        {
            lock (_gate)
                return _omitted;
        }
    }

    /// <summary>Adds a line that was already redacted and escaped.</summary>
    /// <param name="direction">The sender.</param>
    /// <param name="text">The line without CRLF.</param>
    public void Add(TranscriptDirection direction, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = _time.GetElapsedTime(_start);
        lock (_gate)
        {
            if (_lines.Count >= MaxLines || _totalChars >= MaxTotalChars)
            {
                _omitted++;
                return;
            }

            if (text.Length > MaxLineChars)
                text = $"{text[..MaxLineChars]}… [{text.Length - MaxLineChars} more characters]";
            _totalChars += text.Length;
            _lines.Add(new TranscriptLine(at, direction, text));
        }
    }
}
