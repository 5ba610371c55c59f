using EmailSettings.Core.Operations;

namespace EmailSettings.Core.Presentation.Views;

/// <summary>Views of the initial setup.</summary>
public static class InitializeViews
{
    /// <summary>Shows store, settings, certificate and health after the setup, and the secrets still to be entered.</summary>
    public static View Of(InitializeResult result, Front front) => new(Values(result, front), () => PageOf(result, front));

    private static NamedValue[] Values(InitializeResult result, Front front) =>
    [
        new("store", result.Store),
        new("certificate", result.Certificate is { } certificate ? CertificateViews.Values(certificate) : null),
        new("certificateCreated", result.CertificateCreated),
        new("import", result.Import is { } import ? ChangeViews.Values(import, front) : null),
        new("settings", SettingsViews.Values(result.Settings)),
        new("health", HealthViews.Values(result.Health, front)),
        new("stillToEnter", result.StillToEnter.Select(purpose => (NamedValue[])[new("purpose", purpose), new("command", EnterCommand(purpose, front))])),
    ];

    private static Page PageOf(InitializeResult result, Front front)
    {
        var page = new Page().Add("Settings store", [new("location", result.Store), new("revision", result.Settings.Revision)]);
        SettingsViews.AddTo(page, result.Settings, front);
        if (result.Certificate is { } certificate)
            page.Add(result.CertificateCreated ? "Password certificate (new)" : "Password certificate", CertificateViews.Values(certificate));
        HealthViews.AddTo(page, result.Health, front);
        var table = new Table();
        if (result.StillToEnter.Count == 0) table.Add(Cell.Of("Nothing."));
        foreach (var purpose in result.StillToEnter) table.Add(Cell.Of(purpose), Cell.Of(EnterCommand(purpose, front)));
        return page.Heading("Still to be entered").Add(table);
    }

    // Ready to type, with the purpose quoted for the shell.
    private static string EnterCommand(string purpose, Front front) => front == Front.CommandLine
        ? $"emailsettings secret set {(purpose.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':') ? purpose : $"'{purpose.Replace("'", @"'\''", StringComparison.Ordinal)}'")}"
        : $"Set-MailPassword -Purpose '{purpose.Replace("'", "''", StringComparison.Ordinal)}'";
}
