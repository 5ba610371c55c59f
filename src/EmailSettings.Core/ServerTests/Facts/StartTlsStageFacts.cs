namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>STARTTLS.</summary>
public sealed record StartTlsStageFacts : StageFacts
{
    /// <summary>On offer.</summary>
    public bool Offered { get; init; }

    /// <summary>The server agreed.</summary>
    public bool Accepted { get; init; }

    /// <summary>Bytes that stood before our ClientHello; they were thrown away unread.</summary>
    public int InjectedBytes { get; init; }

    /// <summary>The server's answer.</summary>
    public string? ServerText { get; init; }
}
