using EmailSettings.Core.Access;

namespace EmailSettings.PowerShell.Tests.Delegation;

/// <summary>A role of a constrained endpoint.</summary>
/// <param name="Name">The name, which is also that of its file.</param>
/// <param name="Id">The GUID in the file.</param>
/// <param name="Description">The description in the file.</param>
/// <param name="Rights">The rights to grant to its members.</param>
internal sealed record DelegatedRole(string Name, Guid Id, string Description, params IReadOnlyList<Right> Rights);
