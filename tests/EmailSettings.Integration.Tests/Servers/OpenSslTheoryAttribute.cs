namespace EmailSettings.Integration.Tests.Servers;

/// <summary>A theory that needs OpenSSL's server; skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenSslTheoryAttribute : TheoryAttribute
{
    public OpenSslTheoryAttribute() => Skip = OpenSslServer.Fault;
}
