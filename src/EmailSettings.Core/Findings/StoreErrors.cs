namespace EmailSettings.Core.Findings;

/// <summary>Errors of the settings store and of documents.</summary>
public static class StoreErrors
{
    /// <summary>Someone changed the same fields meanwhile.</summary>
    public static readonly FindingCode ChangedMeanwhile = new("ChangedMeanwhile", FindingKind.Conflict,
        "{field} was changed meanwhile (the store went from revision {limit} to {value}), so nothing was written.",
        "Read the settings again and repeat the change if it is still right.");

    /// <summary>The store file does not exist where it must.</summary>
    public static readonly FindingCode StoreNotFound = new("StoreNotFound", FindingKind.NotFound,
        "There is no settings store at '{value}'.", "Create it with Initialize-EmailSettings ('emailsettings init').");

    /// <summary>The file is no SQLite database.</summary>
    public static readonly FindingCode StoreDamaged = new("StoreDamaged", FindingKind.Store,
        "The store '{value}' is damaged or not a database: {detail}.",
        "It was left as it is. Restore a backup with Restore-EmailSettingsStore ('emailsettings store restore FILE').");

    /// <summary>A database of another program.</summary>
    public static readonly FindingCode StoreForeign = new("StoreForeign", FindingKind.Store,
        "'{value}' is a database of another program.", "It was left as it is. Name another file as the store.");

    /// <summary>A store written by a newer version.</summary>
    public static readonly FindingCode StoreNewer = new("StoreNewer", FindingKind.Store,
        "The store '{value}' has schema version {detail}; this version reads up to {limit}.",
        "It was left as it is. Update EmailSettings on this machine.");

    /// <summary>A store that cannot be written.</summary>
    public static readonly FindingCode StoreReadOnly = new("StoreReadOnly", FindingKind.Store,
        "The store '{value}' cannot be written: {detail}.", "Run as the account that owns the file, or make the file writable for it.");

    /// <summary>No permission to open.</summary>
    public static readonly FindingCode StoreDenied = new("StoreDenied", FindingKind.Store,
        "This account has no access to the store '{value}': {detail}.", "Run as the account that owns the file, or name another store.");

    /// <summary>Another process holds the lock for too long.</summary>
    public static readonly FindingCode StoreLocked = new("StoreLocked", FindingKind.Store,
        "The store '{value}' stayed locked by another process for {limit}.",
        "Try again; if it persists, find the process that holds the file open.");

    /// <summary>No room.</summary>
    public static readonly FindingCode StoreFull = new("StoreFull", FindingKind.Store,
        "The disk under the store '{value}' is full; the change was not made.", "Free some disk space, then repeat the change.");

    /// <summary>A network path, on which SQLite's log cannot work.</summary>
    public static readonly FindingCode StoreOnNetwork = new("StoreOnNetwork", FindingKind.Store,
        "The store '{value}' lies on a network path, where an embedded database is not safe.",
        "Put the store on a local disk of the host that runs the commands.");

    /// <summary>The path is a folder, or no path at all.</summary>
    public static readonly FindingCode StorePathInvalid = new("StorePathInvalid", FindingKind.Store,
        "'{value}' cannot be a store: {detail}.", "Name a file on a local disk.");

    /// <summary>A folder in which others could plant a journal, or put another file in the store's place.</summary>
    public static readonly FindingCode StoreFolderNotOwn = new("StoreFolderNotOwn", FindingKind.Store,
        "The folder of the store '{value}' does not belong to SYSTEM, Administrators and its owner alone ({detail}).",
        "As an administrator, run icacls \"{limit}\" /setowner *S-1-5-32-544 /T and icacls \"{limit}\" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F, or name a store in another folder.");

    /// <summary>A file that others may write or read.</summary>
    public static readonly FindingCode StoreExposed = new("StoreExposed", FindingKind.Warning,
        "The store '{value}' can be read or written by others than its owner ({detail}).",
        "Remove that access (chmod 600).");

    /// <summary>Warning: a store that was named, and that nothing has been written to yet.</summary>
    public static readonly FindingCode StoreNotThere = new("StoreNotThere", FindingKind.Warning,
        "There is no store '{value}' yet; its settings are the defaults.",
        "Check the path. The first change makes the store.");

    /// <summary>Anything else the database says.</summary>
    public static readonly FindingCode StoreFailed = new("StoreFailed", FindingKind.Store,
        "The store '{value}' failed: {detail}.", "Check the disk and the file; nothing was half written.");

    /// <summary>A target file that is already there.</summary>
    public static readonly FindingCode FileExists = new("FileExists", FindingKind.AlreadyExists,
        "'{value}' exists already and is not overwritten.", "Name another file, or remove that one first.");

    /// <summary>The next step where the call can ask to overwrite the file.</summary>
    internal const string OverwriteStep = "Name another file, or ask to overwrite it (-Force, '--force').";

    /// <summary>A named file that is not there.</summary>
    public static readonly FindingCode FileNotFound = new("FileNotFound", FindingKind.InvalidInput,
        "There is no file '{value}'.", "Check the path.");

    /// <summary>A file that cannot be read or written.</summary>
    public static readonly FindingCode FileUnusable = new("FileUnusable", FindingKind.InvalidInput,
        "'{value}' cannot be used: {detail}.", "Check the path and its permissions.");

    /// <summary>Text that is no JSON.</summary>
    public static readonly FindingCode DocumentNotJson = new("DocumentNotJson", FindingKind.InvalidInput,
        "The document is not JSON: {detail}.", "Correct that place; comments and trailing commas are allowed.");

    /// <summary>A document of an unknown version.</summary>
    public static readonly FindingCode DocumentVersionUnknown = new("DocumentVersionUnknown", FindingKind.InvalidInput,
        "The document has version '{value}'; this software reads version {limit}.", "Set \"version\": {limit}, or update EmailSettings.");

    /// <summary>A part of a document of the wrong shape.</summary>
    public static readonly FindingCode DocumentShapeWrong = new("DocumentShapeWrong", FindingKind.InvalidInput,
        "{field} is {value}; it accepts {limit}.", "Give {limit}.");

    /// <summary>A key that no document has.</summary>
    public static readonly FindingCode DocumentKeyUnknown = new("DocumentKeyUnknown", FindingKind.InvalidInput,
        "There is no '{value}' in {field}.", "{detail}The keys are {limit}.");

    /// <summary>A document or a call with more faults than anybody reads.</summary>
    public static readonly FindingCode FaultsTooMany = new("FaultsTooMany", FindingKind.InvalidInput,
        "There are more than {limit} faults; what follows them was not looked at.",
        "Mend these and try again.");

    /// <summary>A document larger than any real one.</summary>
    public static readonly FindingCode DocumentTooLarge = new("DocumentTooLarge", FindingKind.InvalidInput,
        "The document has {value} bytes; at most {limit} are read.", "Split it: what a document does not name stays as it is.");
}
