namespace EmailSettings.Mail.Transcripts;

/// <summary>The sender of a transcript line.</summary>
public enum TranscriptDirection
{
    /// <summary>The client.</summary>
    Client,

    /// <summary>The server.</summary>
    Server,

    /// <summary>Neither: an event, such as a handshake.</summary>
    Event,
}
