namespace EmailSettings.Core.Changes;

/// <summary>Whether a step on an incoming server adds it or changes it.</summary>
public enum ServerMatch
{
    /// <summary>The name must be free.</summary>
    New,

    /// <summary>The server must be there.</summary>
    Existing,

    /// <summary>Added if it is not there. A list of servers, as a document has it, holds each once.</summary>
    Either,
}
