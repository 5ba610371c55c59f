using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>Looks up accounts and file owners with the POSIX tools <c>id</c> and <c>ls</c>, since .NET offers neither.</summary>
internal static class UnixAccounts
{
    /// <summary>Returns the numeric id of an account.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.AccountUnknown"/>.</exception>
    public static uint Resolve(string account) =>
        uint.TryParse(Ask("id", account, "-u", "--", account), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw SecretErrors.AccountUnknown.Error("account", account);

    /// <summary>Returns the numeric id of the owner of a file or folder.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="account">The checked account, for the error.</param>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.AccountCheckUnavailable"/>.</exception>
    public static uint OwnerOf(string path, string account)
    {
        // POSIX ls -n: mode, links, owner id, group id, …
        var columns = Ask("ls", account, "-nd", "--", path).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return columns.Length > 3 && uint.TryParse(columns[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw SecretErrors.AccountCheckUnavailable.Error("account", account, detail: $"the owner of '{path}' is unknown");
    }

    private static string Ask(string tool, string account, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? answer.Trim() : "";
        }
        catch (Win32Exception error)
        {
            throw SecretErrors.AccountCheckUnavailable.Error("account", account, detail: error.Message, inner: error);
        }
    }
}
