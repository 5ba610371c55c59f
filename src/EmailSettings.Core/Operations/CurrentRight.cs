namespace EmailSettings.Core.Operations;

/// <summary>A right and whether the caller has it.</summary>
/// <param name="Right">The name of the right, for example <c>Incoming.Manage</c>.</param>
/// <param name="Allowed">Whether the caller may perform operations that need it.</param>
/// <param name="Account">The caller.</param>
/// <param name="Through">The accounts and groups whose grants give the right; empty if none is needed.</param>
/// <param name="Locked">The locked blocks of the right; empty if none.</param>
/// <param name="Meaning">What the right allows.</param>
/// <param name="Enforced">Whether rights are enforced.</param>
public sealed record CurrentRight(string Right, bool Allowed, string Account, IReadOnlyList<string> Through, IReadOnlyList<string> Locked, string Meaning, bool Enforced);
