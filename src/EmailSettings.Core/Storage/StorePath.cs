namespace EmailSettings.Core.Storage;

/// <summary>Where the store lies unless a front says otherwise.</summary>
public static class StorePath
{
    /// <summary>Names the store for every front.</summary>
    public const string Variable = "EMAILSETTINGS_STORE";

    /// <summary>
    /// <c>EMAILSETTINGS_STORE</c> if set, else <c>%ProgramData%\EmailSettings\settings.db</c> on Windows and
    /// <c>$XDG_DATA_HOME/EmailSettings/settings.db</c> (or below <c>~/.local/share</c>) elsewhere.
    /// </summary>
    public static string Default =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Path.Combine(DataFolder, "EmailSettings", "settings.db");

    // LocalApplicationData is $XDG_DATA_HOME or ~/.local/share off Windows.
    private static string DataFolder => Environment.GetFolderPath(
        OperatingSystem.IsWindows() ? Environment.SpecialFolder.CommonApplicationData : Environment.SpecialFolder.LocalApplicationData,
        Environment.SpecialFolderOption.DoNotVerify);
}
