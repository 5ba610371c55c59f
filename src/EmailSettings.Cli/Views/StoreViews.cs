using EmailSettings.Cli.Output;
using EmailSettings.Core.Settings;
using EmailSettings.Core.Storage;

namespace EmailSettings.Cli.Views;

/// <summary>The store, its backups and the restart that is due.</summary>
internal static class StoreViews
{
    public static View Of(StoreDescription store) => View.Of("Settings store",
    [
        new("location", store.Location),
        new("kind", store.Kind),
        new("exists", store.Exists),
        new("revision", store.Revision),
        new("schemaVersion", store.SchemaVersion),
        new("lastChange", store.LastChange),
    ]);

    public static View OfBackup(string file, bool isWritten) => new(
        (Row[])[new("file", file), new("whatIf", !isWritten), new("holdsKey", false)],
        page => page.Line(isWritten
            ? $"Backup written to {file}. It holds no key: export the certificate too ('emailsettings certificate export FILE.pfx')."
            : $"Would write a backup to {file}."));

    public static View OfExport(string file, bool isWritten) => new(
        (Row[])[new("file", file), new("whatIf", !isWritten)],
        page => page.Line(isWritten ? $"Certificate written to {file}." : $"Would write the certificate to {file}."));

    public static View Of(RestartMark? mark) => mark is null
        ? new View(null, page => page.Line("No restart is due."))
        : View.Of("Restart required", [new("component", mark.Component), new("fields", mark.Fields), new("since", mark.Since)]);
}
