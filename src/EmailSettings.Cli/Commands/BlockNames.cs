using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Commands;

/// <summary>The names of blocks on the command line.</summary>
internal static class BlockNames
{
    public const string Outgoing = "outgoing";

    public static IReadOnlyList<(string Name, SettingBlock Block)> All { get; } =
        [("basic", SettingBlocks.Basic), ("attachments", SettingBlocks.Attachments), ("error-texts", SettingBlocks.ErrorTexts), (Outgoing, SettingBlocks.Outgoing)];
}
