using System.ComponentModel;
using System.Diagnostics;

namespace EmailSettings.Core.Tests.Documents;

/// <summary>A test that asks Python's jsonschema (Debian: python3-jsonschema).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonJsonSchemaFactAttribute : FactAttribute
{
    private static readonly bool IsHere = Find();

    public PythonJsonSchemaFactAttribute()
    {
        if (!IsHere) Skip = "Python's jsonschema is not here (Debian package python3-jsonschema).";
    }

    private static bool Find()
    {
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", "import jsonschema; jsonschema.Draft202012Validator"]) { RedirectStandardError = true })!;
            python.StandardError.ReadToEnd();
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
