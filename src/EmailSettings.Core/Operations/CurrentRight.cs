namespace EmailSettings.Core.Operations;

/// <summary>What the caller may do.</summary>
/// <param name="Right">Name of the right, for example <c>Incoming.Manage</c>.</param>
/// <param name="Allowed">The caller may do what needs it.</param>
/// <param name="Account">The caller.</param>
/// <param name="Through">The accounts and groups by whose grants; empty where none is needed.</param>
/// <param name="Locked">Blocks under the right that nobody may change; empty where none is.</param>
/// <param name="Meaning">What the right allows.</param>
/// <param name="Enforced">Rights are switched on.</param>
public sealed record CurrentRight(string Right, bool Allowed, string Account, IReadOnlyList<string> Through, IReadOnlyList<string> Locked, string Meaning, bool Enforced);
