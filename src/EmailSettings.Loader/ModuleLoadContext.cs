using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace EmailSettings.Loader;

/// <summary>
/// The load context of the module: answers for every assembly that lies in the module's folder, so that another version
/// of one of them in the same PowerShell neither disturbs nor is disturbed. All else (the runtime, PowerShell) is shared.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, ModuleLoadContext> ByFolder = new(StringComparer.Ordinal);

    private readonly string _folder;

    private ModuleLoadContext(string folder)
        : base($"EmailSettings ({folder})") => _folder = folder;

    /// <summary>The context of a folder. There is one a process, for all runspaces: types of two would not fit together.</summary>
    public static ModuleLoadContext For(string folder)
    {
        lock (Gate)
        {
            if (!ByFolder.TryGetValue(folder, out var context)) ByFolder[folder] = context = new ModuleLoadContext(folder);
            return context;
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, $"{assemblyName.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var (system, prefix, extension) = OperatingSystem.IsWindows() ? ("win", "", ".dll")
            : OperatingSystem.IsMacOS() ? ("osx", "lib", ".dylib")
            : ("linux", "lib", ".so");
        var rid = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        var path = Path.Combine(_folder, "runtimes", rid, "native", prefix + unmanagedDllName + extension);
        return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
