using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>
/// Servers that <c>.ci/run</c> unpacked into <c>out/servers</c> of the checkout. They find their libraries there, and their
/// accounts in files of the run (nss_wrapper), so that the host is not changed.
/// </summary>
internal static class UnpackedServers
{
    // Debian's group mail, to which servers switch.
    private const int MailId = 8;

    private static readonly string Root = Path.Combine(Repository.Root, "out", "servers");

    private static string Libraries => Directory.Exists(Root) ? Directory.GetDirectories(Path.Combine(Root, "usr", "lib"), "*-linux-gnu").FirstOrDefault(Root) : Root;

    /// <summary>Why a program cannot be run; null if it can.</summary>
    public static string? FindFault(string name, string program) =>
        !ServerRequirements.IsRoot ? $"{name} needs root"
        : !File.Exists(PathOf(program)) || !File.Exists(Wrapper) ? $"{name} is not unpacked in out/servers, as .ci/run does on Debian"
        : null;

    /// <summary>Why a program cannot be run in a separate root; null if it can.</summary>
    public static string? FindFaultInRoot(string name, string program) =>
        FindFault(name, program) ?? (ServerRoot.Fault is { } fault ? $"{name} needs a root directory of its own: {fault}" : null);

    public static string PathOf(string program) => Path.Combine(Root, program.TrimStart('/'));

    /// <summary>The folders of SASL mechanisms: the host's, and the unpacked ones.</summary>
    public static string SaslMechanisms => string.Join(':', Directory.Exists("/usr/lib") ? [.. Directory.GetDirectories("/usr/lib", "*-linux-gnu").Append(Libraries).Select(folder => Path.Combine(folder, "sasl2"))] : (string[])[]);

    /// <summary>The folder of the KDC's database plug-ins.</summary>
    public static string KdcDatabases => Path.Combine(Libraries, "krb5", "plugins", "kdb");

    /// <summary>Gets the command that runs a program with an account of that name.</summary>
    public static string[] Command(TemporaryFolder folder, string account, string program, params string[] arguments)
    {
        var users = folder.Write("accounts", $"root:x:0:0::/root:/bin/sh\nmail:x:{MailId}:{MailId}::/:/bin/false\n{account}:x:{MailId}:{MailId}::/:/bin/false\nnobody:x:65534:65534::/:/bin/false\n");
        var groups = folder.Write("groups", $"root:x:0:\nmail:x:{MailId}:\n{account}:x:{MailId}:\nnogroup:x:65534:\n");
        return
        [
            "/usr/bin/env", $"LD_LIBRARY_PATH={Libraries}", $"LD_PRELOAD={Wrapper}", $"NSS_WRAPPER_PASSWD={users}", $"NSS_WRAPPER_GROUP={groups}",
            PathOf(program), .. arguments,
        ];
    }

    /// <summary>Gets the command that runs a program with the unpacked libraries.</summary>
    public static string[] WithLibraries(params string[] command) => ["/usr/bin/env", $"LD_LIBRARY_PATH={Libraries}:{PathOf("/usr/lib")}", .. command];

    private static string Wrapper => Path.Combine(Libraries, "libnss_wrapper.so");
}
