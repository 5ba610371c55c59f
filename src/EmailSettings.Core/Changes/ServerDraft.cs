using EmailSettings.Core.Settings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Changes;

/// <summary>An incoming server being changed.</summary>
/// <param name="before">The old values; for a new one the initial values.</param>
/// <param name="isNew">Whether it is not in the store yet.</param>
internal sealed class ServerDraft(IncomingMailServer before, bool isNew) : BlockDraft<IncomingMailServer>(SettingBlocks.Incoming, before)
{
    public override string Path => SettingBlocks.PathOfServer(Before.Name);

    public bool IsNew { get; } = isNew;

    public bool IsRemoved { get; set; }

    public Guid Id => Before.Id;

    public string Name => After.Name;
}
