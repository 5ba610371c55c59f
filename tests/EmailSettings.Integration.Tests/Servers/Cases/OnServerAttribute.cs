using System.Reflection;
using Xunit.Sdk;

namespace EmailSettings.Integration.Tests.Servers.Cases;

/// <summary>Rows of a theory from the tables of a kind of server: its name, then that of the case. Skipped with the reason where the server is not there.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class OnServerAttribute : DataAttribute
{
    private readonly ServerKind _kind;

    private protected OnServerAttribute(string server)
    {
        _kind = ServerKinds.Named(server);
        Skip = _kind.Fault;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => CasesOf(_kind).Select(one => new object[] { _kind.Name, one });

    private protected abstract IEnumerable<string> CasesOf(ServerKind kind);
}
