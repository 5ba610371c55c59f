namespace EmailSettings.Core.Findings;

/// <summary>What sort of trouble an error is; each front maps it once (to an exit code, to a PowerShell category).</summary>
public enum ErrorKind
{
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
}
