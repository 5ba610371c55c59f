namespace EmailSettings.Core.Findings;

/// <summary>Errors of the settings store and of documents.</summary>
public static class StoreErrors
{
    /// <summary>Someone changed the same fields meanwhile.</summary>
    public static readonly ErrorCode ChangedMeanwhile = new("ChangedMeanwhile", ErrorKind.Conflict,
        "{field} was changed meanwhile (the store went from revision {limit} to {value}), so nothing was written.",
        "Read the settings again and repeat the change if it is still right.");

    /// <summary>The store file does not exist where it must.</summary>
    public static readonly ErrorCode StoreNotFound = new("StoreNotFound", ErrorKind.NotFound,
        "There is no settings store at '{value}'.", "Create it with Initialize-EmailSettings ('emailsettings init').");

    /// <summary>The file is no SQLite database.</summary>
    public static readonly ErrorCode StoreDamaged = new("StoreDamaged", ErrorKind.Store,
        "The store '{value}' is damaged or no database at all: {detail}.",
        "It was left as it is. Restore a backup with Restore-EmailSettingsStore ('emailsettings store restore FILE').");

    /// <summary>A database of another program.</summary>
    public static readonly ErrorCode StoreForeign = new("StoreForeign", ErrorKind.Store,
        "'{value}' is a database of another program.", "It was left as it is. Name another file as the store.");

    /// <summary>A store written by a newer version.</summary>
    public static readonly ErrorCode StoreNewer = new("StoreNewer", ErrorKind.Store,
        "The store '{value}' has schema version {detail}; this version reads up to {limit}.",
        "It was left as it is. Update EmailSettings on this machine.");

    /// <summary>A store that cannot be written.</summary>
    public static readonly ErrorCode StoreReadOnly = new("StoreReadOnly", ErrorKind.Store,
        "The store '{value}' cannot be written: {detail}.", "Run as the account that owns the file, or make the file writable for it.");

    /// <summary>No permission to open.</summary>
    public static readonly ErrorCode StoreDenied = new("StoreDenied", ErrorKind.Store,
        "This account has no access to the store '{value}': {detail}.", "Run as the account that owns the file, or name another store.");

    /// <summary>Another process holds the lock for too long.</summary>
    public static readonly ErrorCode StoreLocked = new("StoreLocked", ErrorKind.Store,
        "The store '{value}' stayed locked by another process for {limit}.",
        "Try again; if it lasts, find the process that holds the file open.");

    /// <summary>No room.</summary>
    public static readonly ErrorCode StoreFull = new("StoreFull", ErrorKind.Store,
        "The disk under the store '{value}' is full; the change was not made.", "Make room, then repeat the change.");

    /// <summary>A network path, on which SQLite's log cannot work.</summary>
    public static readonly ErrorCode StoreOnNetwork = new("StoreOnNetwork", ErrorKind.Store,
        "The store '{value}' lies on a network path, where an embedded database is not safe.",
        "Put the store on a local disk of the host that runs the commands.");

    /// <summary>The path is a folder, or no path at all.</summary>
    public static readonly ErrorCode StorePathInvalid = new("StorePathInvalid", ErrorKind.Store,
        "'{value}' cannot be a store: {detail}.", "Name a file on a local disk.");

    /// <summary>A folder in which others could plant a journal, or put another file in the store's place.</summary>
    public static readonly ErrorCode StoreFolderNotOwn = new("StoreFolderNotOwn", ErrorKind.Store,
        "The folder of the store '{value}' does not belong to SYSTEM, Administrators and its owner alone ({detail}).",
        "As an administrator, run icacls \"{limit}\" /setowner *S-1-5-32-544 /T and icacls \"{limit}\" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F, or name a store in another folder.");

    /// <summary>A file that others may write or read.</summary>
    public static readonly ErrorCode StoreExposed = new("StoreExposed", ErrorKind.Store,
        "The store '{value}' can be read or written by others than its owner ({detail}).",
        "Take the access away (chmod 600).");

    /// <summary>Anything else the database says.</summary>
    public static readonly ErrorCode StoreFailed = new("StoreFailed", ErrorKind.Store,
        "The store '{value}' failed: {detail}.", "Check the disk and the file; nothing was half written.");

    /// <summary>A target file that is already there.</summary>
    public static readonly ErrorCode FileExists = new("FileExists", ErrorKind.AlreadyExists,
        "'{value}' exists already and is not overwritten.", "Name another file, or remove that one first.");

    /// <summary>A named file that is not there.</summary>
    public static readonly ErrorCode FileNotFound = new("FileNotFound", ErrorKind.InvalidInput,
        "There is no file '{value}'.", "Check the path.");

    /// <summary>A file that cannot be read or written.</summary>
    public static readonly ErrorCode FileUnusable = new("FileUnusable", ErrorKind.InvalidInput,
        "'{value}' cannot be used: {detail}.", "Check the path and its permissions.");

    /// <summary>Text that is no JSON.</summary>
    public static readonly ErrorCode DocumentNotJson = new("DocumentNotJson", ErrorKind.InvalidInput,
        "The document is no JSON: {detail}.", "Mend that place; comments and trailing commas are allowed.");

    /// <summary>A document of an unknown version.</summary>
    public static readonly ErrorCode DocumentVersionUnknown = new("DocumentVersionUnknown", ErrorKind.InvalidInput,
        "The document has version '{value}'; this software reads version {limit}.", "Set \"version\": {limit}, or update EmailSettings.");

    /// <summary>A part of a document of the wrong shape.</summary>
    public static readonly ErrorCode DocumentShapeWrong = new("DocumentShapeWrong", ErrorKind.InvalidInput,
        "{field} is {value}; it takes {limit}.", "Give {limit}.");

    /// <summary>A key that no document has.</summary>
    public static readonly ErrorCode DocumentKeyUnknown = new("DocumentKeyUnknown", ErrorKind.InvalidInput,
        "There is no '{value}' in {field}.", "The keys are {limit}.");

    /// <summary>A document larger than any real one.</summary>
    public static readonly ErrorCode DocumentTooLarge = new("DocumentTooLarge", ErrorKind.InvalidInput,
        "The document has {value} bytes; at most {limit} are read.", "Split it: what a document does not name stays as it is.");
}
