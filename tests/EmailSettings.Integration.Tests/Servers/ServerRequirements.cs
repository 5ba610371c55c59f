using System.Diagnostics;
using EmailSettings.Testing;

namespace EmailSettings.Integration.Tests.Servers;

/// <summary>What this host lacks for a real server; null for nothing.</summary>
public static class ServerRequirements
{
    public static string? Dovecot { get; } = FindDovecotFault();

    public static string? Postfix { get; } =
        !File.Exists("/usr/sbin/postfix") ? "postfix is not installed"
        : !IsRoot ? "postfix needs root"
        : !File.Exists("/usr/lib/dovecot/lmtp") ? "dovecot-lmtpd is not installed"
        : Dovecot;

    /// <summary>For the module against Dovecot.</summary>
    public static string? ModuleOnDovecot => Dovecot ?? PowerShellRequirements.Missing;

    /// <summary>For the module against Postfix.</summary>
    public static string? ModuleOnPostfix => Postfix ?? PowerShellRequirements.Missing;

    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    /// <summary>The name of this account's group.</summary>
    public static string GroupName => Read("/usr/bin/id", "-gn");

    private static string? FindDovecotFault()
    {
        if (!File.Exists("/usr/sbin/dovecot")) return "dovecot is not installed";
        if (!File.Exists("/usr/lib/dovecot/imap")) return "dovecot-imapd is not installed";
        var version = Read("/usr/sbin/dovecot", "--version");
        // Dovecot 2.4 has another configuration syntax than Debian 12's 2.3.
        return version.StartsWith("2.3.", StringComparison.Ordinal) ? null : $"dovecot is {version}, the fixture configures 2.3";
    }

    private static string Read(string program, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return text;
    }
}
