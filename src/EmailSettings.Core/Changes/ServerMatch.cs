namespace EmailSettings.Core.Changes;

/// <summary>Whether a step adds or changes an incoming server.</summary>
public enum ServerMatch
{
    /// <summary>It must not exist.</summary>
    New,

    /// <summary>It must exist.</summary>
    Existing,

    /// <summary>It is added if it does not exist. A document lists each server only once.</summary>
    Either,
}
