namespace EmailSettings.Core.Storage;

/// <summary>The default location of the store.</summary>
public static class StorePath
{
    /// <summary>The environment variable that sets the store location for all front ends.</summary>
    public const string Variable = "EMAILSETTINGS_STORE";

    /// <summary>
    /// <c>EMAILSETTINGS_STORE</c> if set, else <c>%ProgramData%\EmailSettings\settings.db</c> on Windows and
    /// <c>$XDG_DATA_HOME/EmailSettings/settings.db</c> (by default under <c>~/.local/share</c>) elsewhere.
    /// </summary>
    public static string Default =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Path.Combine(DataFolder, "EmailSettings", "settings.db");

    // Outside Windows, LocalApplicationData is $XDG_DATA_HOME or ~/.local/share.
    private static string DataFolder => Environment.GetFolderPath(
        OperatingSystem.IsWindows() ? Environment.SpecialFolder.CommonApplicationData : Environment.SpecialFolder.LocalApplicationData,
        Environment.SpecialFolderOption.DoNotVerify);
}
