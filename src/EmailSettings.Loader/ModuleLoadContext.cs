using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace EmailSettings.Loader;

/// <summary>
/// The load context of the module: resolves every assembly in the module's folder, so that other versions of them in the same
/// PowerShell do not conflict. Everything else (the runtime, PowerShell) is shared.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lock Gate = new();
    // Folder names on Windows are case-insensitive.
    private static readonly Dictionary<string, ModuleLoadContext> ByFolder = new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    // As folders in packages are named; if there is no such folder, portable code is loaded.
    private static readonly string Rid =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")
        + (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "-arm64" : RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "-x64" : "-other");

    private readonly string _folder;

    private ModuleLoadContext(string folder)
        : base($"EmailSettings ({folder})") => _folder = folder;

    /// <summary>
    /// Gets the context for a folder. There is one per process, for all runspaces: types of two would not be compatible.
    /// </summary>
    public static ModuleLoadContext For(string folder)
    {
        lock (Gate)
        {
            if (!ByFolder.TryGetValue(folder, out var context)) ByFolder[folder] = context = new ModuleLoadContext(folder);
            return context;
        }
    }

    /// <summary>Gets the file of an assembly: native code for this platform if the module has it, else portable code.</summary>
    public string PathOf(string assembly)
    {
        var native = Path.Combine(_folder, Rid, $"{assembly}.dll");
        return File.Exists(native) ? native : Path.Combine(_folder, $"{assembly}.dll");
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = PathOf(assemblyName.Name!);
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }

    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var name = OperatingSystem.IsWindows() ? $"{unmanagedDllName}.dll"
            : OperatingSystem.IsMacOS() ? $"lib{unmanagedDllName}.dylib"
            : $"lib{unmanagedDllName}.so";
        var path = Path.Combine(_folder, "runtimes", Rid, "native", name);
        return File.Exists(path) ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
