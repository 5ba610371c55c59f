namespace EmailSettings.Mail.Transcripts;

/// <summary>One line of a transcript.</summary>
/// <param name="At">Time since the session began.</param>
/// <param name="Direction">Who said it.</param>
/// <param name="Text">What was said, without secrets and escaped, without CRLF.</param>
public sealed record TranscriptLine(TimeSpan At, TranscriptDirection Direction, string Text);
