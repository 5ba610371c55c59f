namespace EmailSettings.Core.ServerTests.Planning;

/// <summary>Where a value comes from, in the words of reports.</summary>
internal static class SettingsSource
{
    public const string Stored = "stored";
    public const string Proposed = "proposed";
    public const string Given = "given";
    public const string Default = "default";
}
