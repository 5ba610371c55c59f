using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace EmailSettings.Core.Hosting;

/// <summary>Looks up Unix accounts and groups with the C library, which also knows directory services.</summary>
internal static class UnixIds
{
    private const string UserPrefix = "uid:";
    private const string GroupPrefix = "gid:";

    // In struct passwd and struct group the name is the first member and the id the third, after two pointers.
    private static readonly int IdOffset = 2 * IntPtr.Size;

    private static readonly Lock Gate = new();

    /// <summary>The effective user id of the process.</summary>
    public static uint User => EffectiveUser();

    /// <summary>The effective groups of the process.</summary>
    public static IEnumerable<uint> Groups
    {
        get
        {
            var count = GetGroups(0, null);
            var groups = new uint[Math.Max(count, 0)];
            count = count > 0 ? GetGroups(count, groups) : 0;
            return groups.Take(Math.Max(count, 0)).Append(EffectiveGroup()).Distinct();
        }
    }

    /// <summary>Returns the id of a user in rights.</summary>
    public static string OfUser(uint user) => string.Create(CultureInfo.InvariantCulture, $"{UserPrefix}{user}");

    /// <summary>Returns the id of a group in rights.</summary>
    public static string OfGroup(uint group) => string.Create(CultureInfo.InvariantCulture, $"{GroupPrefix}{group}");

    /// <summary>Parses what <see cref="OfUser"/> writes; null for any other text.</summary>
    public static uint? ParseUser(string text) => Parse(text, UserPrefix);

    /// <summary>Parses what <see cref="OfGroup"/> writes; null for any other text.</summary>
    public static uint? ParseGroup(string text) => Parse(text, GroupPrefix);

    /// <summary>Returns the name of a user; null if there is none.</summary>
    public static string? NameOfUser(uint user) => Ask(() => UserById(user), NameIn);

    /// <summary>Returns the name of a group; null if there is none.</summary>
    public static string? NameOfGroup(uint group) => Ask(() => GroupById(group), NameIn);

    /// <summary>Returns the id of a user; null if there is none with that name.</summary>
    public static uint? FindUser(string name) => Ask(() => UserByName(Terminated(name)), IdIn);

    /// <summary>Returns the id of a group; null if there is none with that name.</summary>
    public static uint? FindGroup(string name) => Ask(() => GroupByName(Terminated(name)), IdIn);

    private static uint? Parse(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && uint.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static byte[] Terminated(string name) => Encoding.UTF8.GetBytes(name + '\0');

    private static string? NameIn(IntPtr entry) => Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(entry));

    private static uint? IdIn(IntPtr entry) => unchecked((uint)Marshal.ReadInt32(entry, IdOffset));

    // The result is in static memory, which the next call overwrites.
    private static T? Ask<T>(Func<IntPtr> question, Func<IntPtr, T?> read)
    {
        lock (Gate)
        {
            var entry = question();
            return entry == IntPtr.Zero ? default : read(entry);
        }
    }

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();

    [DllImport("libc", EntryPoint = "getegid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveGroup();

    [DllImport("libc", EntryPoint = "getgroups")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetGroups(int size, [Out] uint[]? groups);

    [DllImport("libc", EntryPoint = "getpwuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr UserById(uint user);

    [DllImport("libc", EntryPoint = "getgrgid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr GroupById(uint group);

    [DllImport("libc", EntryPoint = "getpwnam")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr UserByName(byte[] name);

    [DllImport("libc", EntryPoint = "getgrnam")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr GroupByName(byte[] name);
}
