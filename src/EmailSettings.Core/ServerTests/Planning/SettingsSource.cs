namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>The sources of values, as shown in reports.</summary>
internal static class SettingsSource
{
    public const string Stored = "stored";
    public const string Proposed = "proposed";
    public const string Given = "given";
    public const string Default = "default";
}
