using EmailSettings.Core.Access;

namespace EmailSettings.PowerShell.Tests.Delegation;

/// <summary>A role of a constrained endpoint.</summary>
/// <param name="Name">Its name, which is that of its file.</param>
/// <param name="Id">The GUID in the file.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Rights">The rights that its members are to be granted.</param>
internal sealed record DelegatedRole(string Name, Guid Id, string Description, params IReadOnlyList<Right> Rights);
