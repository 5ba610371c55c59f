namespace EmailSettings.Core.Findings;

/// <summary>What sort of trouble a finding is; each front maps it once (to an exit code, to a PowerShell category).</summary>
public enum FindingKind
{
    /// <summary>Allowed, and yet it needs attention; never a reason to refuse anything.</summary>
    Warning,

    /// <summary>A value or a call that is not allowed.</summary>
    InvalidInput,

    /// <summary>Something of that name is there already.</summary>
    AlreadyExists,

    /// <summary>The named thing is not there.</summary>
    NotFound,

    /// <summary>The account lacks a right, or the block is locked.</summary>
    NotAllowed,

    /// <summary>The certificate or a secret is missing, unusable or altered.</summary>
    Secret,

    /// <summary>The store cannot be opened, read or written.</summary>
    Store,

    /// <summary>Someone else changed the same fields meanwhile.</summary>
    Conflict,

    /// <summary>A server that was tested, or one that the test needs (DNS, token endpoint), does not do what it should.</summary>
    Server,

    /// <summary>What was to be written to standard output cannot be.</summary>
    Output,

    /// <summary>A bug of EmailSettings itself.</summary>
    Internal,
}
