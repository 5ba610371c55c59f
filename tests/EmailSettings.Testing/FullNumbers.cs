namespace EmailSettings.Testing;

/// <summary>
/// Whether <c>EMAILSETTINGS_FULL_TESTS=1</c> enables tests that take many minutes: full numbers of kills and processes, two fresh
/// clones.
/// </summary>
public static class FullNumbers
{
    public static bool Wanted { get; } = Environment.GetEnvironmentVariable("EMAILSETTINGS_FULL_TESTS") == "1";
}
