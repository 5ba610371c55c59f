using EmailSettings.Cli.Output;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Views;

/// <summary>The first set-up.</summary>
internal static class InitializeViews
{
    public static View Of(InitializeResult result) => new(Rows(result), page => Write(page, result));

    private static IReadOnlyList<Row> Rows(InitializeResult result) =>
    [
        new("store", result.Store),
        new("certificate", result.Certificate is { } certificate ? SecretViews.Rows(certificate) : null),
        new("certificateCreated", result.CertificateCreated),
        new("import", result.Import is { } import ? ChangeViews.Rows(import) : null),
        new("settings", SettingsViews.Rows(result.Settings)),
        new("health", HealthViews.Rows(result.Health)),
        new("stillToEnter", result.StillToEnter.Select(purpose => (Row[])[new("purpose", purpose), new("command", EnterCommand(purpose))])),
    ];

    private static void Write(TextPage page, InitializeResult result)
    {
        page.Rows("Settings store", [new("location", result.Store), new("revision", result.Settings.Revision)]);
        SettingsViews.Write(page, result.Settings);
        if (result.Certificate is { } certificate)
            page.Rows(result.CertificateCreated ? "Password certificate, made just now" : "Password certificate", SecretViews.Rows(certificate));
        HealthViews.Write(page, result.Health);
        page.Heading("Still to be entered");
        if (result.StillToEnter.Count == 0) page.Line("  Nothing.");
        var table = new Table();
        foreach (var purpose in result.StillToEnter) table.Add(Cell.Of(purpose), Cell.Of(EnterCommand(purpose)));
        page.Add(table);
    }

    private static string EnterCommand(string purpose) =>
        $"emailsettings secret set {(purpose.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':') ? purpose : $"'{purpose.Replace("'", @"'\''", StringComparison.Ordinal)}'")}";
}
