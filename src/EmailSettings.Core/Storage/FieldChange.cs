using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Storage;

/// <summary>One field that changed. Secrets appear as <see cref="Masked"/> or null, never as text.</summary>
/// <param name="Path">For example <c>basic.maxIncomingSizeKB</c> or <c>incomingServers[Contoso].address</c>.</param>
/// <param name="From">The value before: text, number (long), Boolean or null.</param>
/// <param name="To">The value after.</param>
public sealed record FieldChange(string Path, object? From, object? To)
{
    /// <summary>Stands for a secret that is set.</summary>
    public const string Masked = "***";

    /// <summary>
    /// One of its values in ASCII, where it names a host beyond ASCII, whose letters may look like others; null elsewhere.
    /// </summary>
    public string? InAscii(object? value) => SettingBlocks.Outgoing.Find(Path[(Path.LastIndexOf('.') + 1)..])?.Type.InAscii(value);

    /// <summary>Path and both values: a list of changes reads well.</summary>
    public override string ToString() => $"{Path}: {From ?? "nothing"} → {To ?? "nothing"}";
}
