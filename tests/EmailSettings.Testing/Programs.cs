using System.ComponentModel;
using System.Diagnostics;

namespace EmailSettings.Testing;

/// <summary>Third-party programs that tests use if they are installed. Each is located on first use.</summary>
public static class Programs
{
    private static readonly Lazy<bool> HasOpenssl = new(() => Succeeds("openssl", "version"));
    private static readonly Lazy<bool> HasJsonSchema = new(() => Succeeds("python3", "-c", "import jsonschema; jsonschema.Draft202012Validator"));
    private static readonly Lazy<string?> PythonFound = new(() => FindPython("import email, json"));
    private static readonly Lazy<string?> GMimeFound = new(() => FindPython("import gi; gi.require_version('GMime', '3.0')"));

    /// <summary>Why openssl cannot be used; null if it can.</summary>
    public static string? MissingOpenssl => HasOpenssl.Value ? null : "The openssl command is not on the path.";

    /// <summary>Why Python's jsonschema cannot be used; null if it can.</summary>
    public static string? MissingJsonSchema => HasJsonSchema.Value ? null : "Python's jsonschema is not here (Debian package python3-jsonschema).";

    /// <summary>A Python, whose <c>email</c> package parses mail; skips the test if there is none.</summary>
    public static string Python => Found(PythonFound.Value, "python3 is not installed");

    /// <summary>A Python with GMime, an independent parser in C; skips the test if there is none.</summary>
    public static string GMime => Found(GMimeFound.Value, "GMime for Python (python3-gi, gir1.2-gmime-3.0) is not installed");

    private static string Found(string? program, string why)
    {
        Assert.SkipWhen(program is null, why);
        return program!;
    }

    // The first one on the path need not be the system's, which Debian's packages are for.
    private static string? FindPython(string imports)
    {
        string[] pythons = ["python3", "/usr/bin/python3"];
        return Array.Find(pythons, python => Succeeds(python, "-c", imports));
    }

    private static bool Succeeds(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            process.StandardError.ReadToEnd();
            output.Wait();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
