using EmailSettings.Core.Settings;

namespace EmailSettings.Core.Changes;

/// <summary>An incoming server under change.</summary>
/// <param name="before">How it was; for a new one, how it begins.</param>
/// <param name="isNew">It is not in the store yet.</param>
internal sealed class ServerDraft(IncomingMailServer before, bool isNew)
{
    public BlockDraft<IncomingMailServer> Block { get; } = new(before, $"incomingServers[{before.Name}]");

    public bool IsNew => isNew;

    public bool IsRemoved { get; set; }

    public Guid Id => before.Id;

    public string Name => Block.After.Name;
}
