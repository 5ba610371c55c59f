namespace EmailSettings.Core.Findings;

/// <summary>The kind of problem; each front end maps it to an exit code or a PowerShell category.</summary>
public enum FindingKind
{
    /// <summary>Allowed, but needs attention; never a reason to refuse anything.</summary>
    Warning,

    /// <summary>An invalid value or call.</summary>
    InvalidInput,

    /// <summary>Something with that name already exists.</summary>
    AlreadyExists,

    /// <summary>The named object does not exist.</summary>
    NotFound,

    /// <summary>The account lacks a right, or the block is locked.</summary>
    NotAllowed,

    /// <summary>The certificate or a secret is missing, unusable or altered.</summary>
    Secret,

    /// <summary>The store cannot be opened, read or written.</summary>
    Store,

    /// <summary>Someone else changed the same fields meanwhile.</summary>
    Conflict,

    /// <summary>A tested server, or one that the test needs (DNS, token endpoint), does not work as it should.</summary>
    Server,

    /// <summary>Standard output cannot be written.</summary>
    Output,

    /// <summary>A bug in EmailSettings.</summary>
    Internal,
}
