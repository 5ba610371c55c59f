namespace EmailSettings.Mail.Transcripts;

/// <summary>One line of a transcript.</summary>
/// <param name="At">Time since the session began.</param>
/// <param name="Direction">The sender.</param>
/// <param name="Text">The line, redacted and escaped, without CRLF.</param>
public sealed record TranscriptLine(TimeSpan At, TranscriptDirection Direction, string Text);
