namespace EmailSettings.Core.Findings;

/// <summary>Errors of the settings store and of documents.</summary>
public static class StoreErrors
{
    /// <summary>Someone else changed the same fields meanwhile.</summary>
    public static readonly FindingCode ChangedMeanwhile = new("ChangedMeanwhile", FindingKind.Conflict,
        "{field} was changed meanwhile (the store went from revision {limit} to {value}), so nothing was written.",
        "Read the settings again and repeat the change if it is still wanted.");

    /// <summary>A required store does not exist.</summary>
    public static readonly FindingCode StoreNotFound = new("StoreNotFound", FindingKind.NotFound,
        "There is no settings store at '{value}'.", "Create it with Initialize-EmailSettings ('emailsettings init').");

    /// <summary>The store is damaged or not a SQLite database.</summary>
    public static readonly FindingCode StoreDamaged = new("StoreDamaged", FindingKind.Store,
        "'{value}' is damaged or not a database: {detail}.",
        "Restore a backup that is not damaged with Restore-EmailSettingsStore ('emailsettings store restore FILE').");

    /// <summary>A database of another program.</summary>
    public static readonly FindingCode StoreForeign = new("StoreForeign", FindingKind.Store,
        "'{value}' is a database of another program.", "Specify another file.");

    /// <summary>A store created by a newer version.</summary>
    public static readonly FindingCode StoreNewer = new("StoreNewer", FindingKind.Store,
        "'{value}' has schema version {detail}; this version reads up to {limit}.",
        "Update EmailSettings on this machine.");

    /// <summary>A store that cannot be written.</summary>
    public static readonly FindingCode StoreReadOnly = new("StoreReadOnly", FindingKind.Store,
        "The store '{value}' cannot be written: {detail}.", "Run as the account that owns the file, or make the file writable for this account.");

    /// <summary>No permission to open the store.</summary>
    public static readonly FindingCode StoreDenied = new("StoreDenied", FindingKind.Store,
        "This account has no access to the store '{value}': {detail}.", "Run as the account that owns the file, or specify another store.");

    /// <summary>Another process held the lock for too long.</summary>
    public static readonly FindingCode StoreLocked = new("StoreLocked", FindingKind.Store,
        "The store '{value}' was locked by another process for {limit}.",
        "Try again; if it persists, find the process that holds the file open.");

    /// <summary>The disk is full.</summary>
    public static readonly FindingCode StoreFull = new("StoreFull", FindingKind.Store,
        "The disk of the store '{value}' is full; the change was not made.", "Free some disk space, then repeat the change.");

    /// <summary>A network path, where SQLite's write-ahead log cannot work.</summary>
    public static readonly FindingCode StoreOnNetwork = new("StoreOnNetwork", FindingKind.Store,
        "The store '{value}' is on a network path, where an embedded database is not safe.",
        "Put the store on a local disk of the host that runs the commands.");

    /// <summary>The path is a folder or invalid.</summary>
    public static readonly FindingCode StorePathInvalid = new("StorePathInvalid", FindingKind.Store,
        "'{value}' cannot be a store: {detail}.", "Specify a file on a local disk.");

    /// <summary>A folder in which other accounts could plant a journal or replace the store.</summary>
    public static readonly FindingCode StoreFolderNotOwn = new("StoreFolderNotOwn", FindingKind.Store,
        "The folder of the store '{value}' can be changed by accounts other than SYSTEM, Administrators and its owner ({detail}).",
        "As an administrator, run icacls \"{limit}\" /setowner *S-1-5-32-544 /T, then icacls \"{limit}\" /reset /T, then icacls \"{limit}\" /inheritance:r /grant \"*S-1-5-18:(OI)(CI)F\" \"*S-1-5-32-544:(OI)(CI)F\", or specify a store in another folder.");

    /// <summary>A store that other accounts may read or write.</summary>
    public static readonly FindingCode StoreExposed = new("StoreExposed", FindingKind.Warning,
        "The store '{value}' can be read or written by accounts other than its owner ({detail}).",
        "Remove that access (chmod 600; on Windows allow only its owner, SYSTEM and Administrators).");

    /// <summary>Warning: a specified store that does not exist yet.</summary>
    public static readonly FindingCode StoreNotThere = new("StoreNotThere", FindingKind.Warning,
        "There is no store '{value}' yet; its settings are the defaults.",
        "Check the path. The first change creates the store.");

    /// <summary>Any other database error.</summary>
    public static readonly FindingCode StoreFailed = new("StoreFailed", FindingKind.Store,
        "The store '{value}' failed: {detail}.", "Check the disk and the file.");

    /// <summary>A target file that already exists.</summary>
    public static readonly FindingCode FileExists = new("FileExists", FindingKind.AlreadyExists,
        "'{value}' already exists and is not overwritten.", "Specify another file, or remove that one first.");

    /// <summary>The next step if the call can overwrite the file.</summary>
    internal const string OverwriteStep = "Specify another file, or overwrite it (-Force, '--force').";

    /// <summary>A file that does not exist.</summary>
    public static readonly FindingCode FileNotFound = new("FileNotFound", FindingKind.InvalidInput,
        "There is no file '{value}'.", "Check the path.");

    /// <summary>A file that cannot be read or written.</summary>
    public static readonly FindingCode FileUnusable = new("FileUnusable", FindingKind.InvalidInput,
        "'{value}' cannot be used: {detail}.", "Check the path and its permissions.");

    /// <summary>Text that is not JSON.</summary>
    public static readonly FindingCode DocumentNotJson = new("DocumentNotJson", FindingKind.InvalidInput,
        "The document is not JSON: {detail}.", "Correct the error; comments and trailing commas are allowed.");

    /// <summary>A document of an unknown version.</summary>
    public static readonly FindingCode DocumentVersionUnknown = new("DocumentVersionUnknown", FindingKind.InvalidInput,
        "The document has version '{value}'; EmailSettings reads version {limit}.", "Set \"version\": {limit}, or update EmailSettings.");

    /// <summary>A document part of the wrong type.</summary>
    public static readonly FindingCode DocumentShapeWrong = new("DocumentShapeWrong", FindingKind.InvalidInput,
        "{field} is {value}; it accepts {limit}.", "Specify {limit}.");

    /// <summary>An unknown document key.</summary>
    public static readonly FindingCode DocumentKeyUnknown = new("DocumentKeyUnknown", FindingKind.InvalidInput,
        "There is no '{value}' in {field}.", "{detail}The keys are {limit}.");

    /// <summary>A document or call with too many faults.</summary>
    public static readonly FindingCode FaultsTooMany = new("FaultsTooMany", FindingKind.InvalidInput,
        "There are more than {limit} faults; the rest was not checked.",
        "Fix these and try again.");

    /// <summary>A document that is too large.</summary>
    public static readonly FindingCode DocumentTooLarge = new("DocumentTooLarge", FindingKind.InvalidInput,
        "The document has {value} bytes; at most {limit} are read.", "Split it: what a document does not name stays as it is.");
}
