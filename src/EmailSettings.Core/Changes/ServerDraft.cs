using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>An incoming server under change.</summary>
/// <param name="before">How it was; for a new one, how it begins.</param>
/// <param name="isNew">It is not in the store yet.</param>
internal sealed class ServerDraft(IncomingMailServer before, bool isNew) : BlockDraft<IncomingMailServer>(SettingBlocks.Incoming, before)
{
    public override string Path => SettingBlocks.PathOfServer(Before.Name);

    public bool IsNew { get; } = isNew;

    public bool IsRemoved { get; set; }

    public Guid Id => Before.Id;

    public string Name => After.Name;
}
