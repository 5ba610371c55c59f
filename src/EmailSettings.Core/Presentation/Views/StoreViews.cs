using EmailSettings.Core.Documents;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>The store, what is written from it, and the restart that is due.</summary>
public static class StoreViews
{
    /// <summary>Where the store is and how far it has come.</summary>
    public static View Of(StoreDescription store)
    {
        return View.Of("Settings store",
        [
            new("location", store.Location),
            new("kind", store.Kind),
            new("exists", store.Exists),
            new("revision", store.Revision),
            new("schemaVersion", store.SchemaVersion),
            new("lastChange", store.LastChange),
        ]);
    }

    /// <summary>A backup was written, or would be.</summary>
    public static View OfBackup(string file, bool isWritten, Front front) => View.OfSentence(
        isWritten
            ? $"Backup written to {file}. It holds no key: export the certificate too ({front.CommandOf("Export-MailPasswordCertificate", "certificate export FILE.pfx")})."
            : $"Would write a backup to {file}.",
        (NamedValue[])[new("file", file), new("whatIf", !isWritten), new("holdsKey", false)]);

    /// <summary>A document was written, or would be.</summary>
    public static View Of(ExportResult result)
    {
        return View.OfSentence(
            result.WhatIf ? $"Would write the settings to {result.Path}." : $"Settings written to {result.Path}. A document holds no key.",
            (NamedValue[])[new("file", result.Path), new("secrets", result.Secrets), new("revision", result.Revision), new("whatIf", result.WhatIf)]);
    }

    /// <summary>The restart that is due; null for none.</summary>
    public static View Of(RestartMark? mark) => mark is null
        ? View.OfSentence("No restart is due.", content: null)
        : View.Of("Restart required", [new("component", mark.Component), new("fields", mark.Fields), new("since", mark.Since)]);
}
