using System.ComponentModel;
using System.Diagnostics;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>A test that needs the openssl command.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpensslFactAttribute : FactAttribute
{
    private static readonly Lazy<bool> IsThere = new(Find);

    public OpensslFactAttribute() => Skip = WhySkip;

    internal static string? WhySkip => IsThere.Value ? null : "The openssl command is not on the path.";

    private static bool Find()
    {
        try
        {
            using var openssl = Process.Start(new ProcessStartInfo("openssl", "version") { RedirectStandardOutput = true })!;
            openssl.WaitForExit();
            return openssl.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

/// <inheritdoc cref="OpensslFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpensslTheoryAttribute : TheoryAttribute
{
    public OpensslTheoryAttribute() => Skip = OpensslFactAttribute.WhySkip;
}
