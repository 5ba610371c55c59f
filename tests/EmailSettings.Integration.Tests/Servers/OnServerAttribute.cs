using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A row of a theory on a server, whose name comes first; skipped with the reason where the server is not there.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class OnServerAttribute : DataAttribute
{
    private readonly object?[] _row;

    private protected OnServerAttribute(string server, string? fault, object?[] row)
    {
        _row = [server, .. row];
        Skip = fault;
    }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([ConvertDataRow(_row)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
