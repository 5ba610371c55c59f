using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Core.Storage;

/// <summary>The change of one field. Secrets appear as <see cref="Masked"/> or null, never in clear text.</summary>
/// <param name="Path">For example <c>basic.maxIncomingSizeKB</c> or <c>incomingServers[Contoso].address</c>.</param>
/// <param name="From">The old value: string, long, Boolean or null.</param>
/// <param name="To">The new value.</param>
public sealed record FieldChange(string Path, object? From, object? To)
{
    /// <summary>Represents a secret that is set.</summary>
    public const string Masked = "***";

    /// <summary>
    /// Returns one of its values in ASCII if it is an internationalized host name, whose letters may look like others; otherwise
    /// null.
    /// </summary>
    public string? InAscii(object? value) => SettingBlocks.Outgoing.Find(Path[(Path.LastIndexOf('.') + 1)..])?.Type.InAscii(value);

    /// <summary>Returns path and both values, for lists of changes.</summary>
    public override string ToString() => $"{Path}: {From ?? "nothing"} → {To ?? "nothing"}";
}
