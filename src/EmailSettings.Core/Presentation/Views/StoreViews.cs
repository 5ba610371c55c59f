using EmailSettings.Core.Documents;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of the store, its backups and exports, and the pending restart.</summary>
public static class StoreViews
{
    /// <summary>Describes the store.</summary>
    public static View Of(StoreDescription store) => View.Of("Settings store",
    [
        new("location", store.Location),
        new("kind", store.Kind),
        new("exists", store.Exists),
        new("revision", store.Revision),
        new("schemaVersion", store.SchemaVersion),
        new("lastChange", store.LastChange),
    ]);

    /// <summary>Shows that a backup was, or would be, written.</summary>
    public static View OfBackup(string file, bool isWritten, Front front) => View.OfSentence(
        isWritten
            ? $"Backup written to {file}. It contains no key: export the certificate, too ({front.CommandOf("Export-MailPasswordCertificate", "certificate export FILE.pfx")})."
            : $"Would write a backup to {file}.",
        (NamedValue[])[new("file", file), new("whatIf", !isWritten), new("holdsKey", false)]);

    /// <summary>Shows that a document was, or would be, written.</summary>
    public static View Of(ExportResult result) => View.OfSentence(
        result.WhatIf ? $"Would write the settings to {result.Path}." : $"Settings written to {result.Path}. A document contains no key.",
        (NamedValue[])[new("file", result.Path), new("secrets", result.Secrets), new("revision", result.Revision), new("whatIf", result.WhatIf)]);

    /// <summary>Shows the pending restart; null if there is none.</summary>
    public static View Of(RestartMark? mark) => mark is null
        ? View.OfSentence("No restart is required.", content: null)
        : View.Of("Restart required", [new("component", mark.Component), new("fields", mark.Fields), new("since", mark.Since)]);
}
