namespace EmailSettings.Mail.Transcripts;

/// <summary>Who said a line of a transcript.</summary>
public enum TranscriptDirection
{
    /// <summary>We did.</summary>
    Client,

    /// <summary>The server did.</summary>
    Server,

    /// <summary>Nobody: an event, such as a handshake.</summary>
    Event,
}
