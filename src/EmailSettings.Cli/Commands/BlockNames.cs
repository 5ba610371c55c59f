using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Commands;

/// <summary>The single blocks as they are typed.</summary>
internal static class BlockNames
{
    public const string Outgoing = "outgoing";

    public static IReadOnlyList<(string Name, SettingBlock Block)> All { get; } =
        [("basic", SettingBlocks.Basic), ("attachments", SettingBlocks.Attachments), ("error-texts", SettingBlocks.ErrorTexts), (Outgoing, SettingBlocks.Outgoing)];
}
