namespace EmailSettings.Core.ServerTests.Facts;

/// <summary>The server's first line.</summary>
public sealed record GreetingStageFacts : StageFacts
{
    /// <summary>The line as received, escaped.</summary>
    public string? Line { get; init; }

    /// <summary>IMAP's PREAUTH: no login is needed or possible.</summary>
    public bool PreAuthenticated { get; init; }

    /// <summary>What speaks there where it is not the protocol asked for, for example <c>Http</c>.</summary>
    public string? Speaks { get; init; }
}
