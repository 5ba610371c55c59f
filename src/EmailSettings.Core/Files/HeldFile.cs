namespace EmailSettings.Core.Files;

/// <summary>
/// Opens, renames and deletes files that other processes may have open. On Windows an open file cannot be renamed, replaced or
/// deleted unless every process that opened it allows that, and virus scanners, indexers, backups and OneDrive briefly open
/// recently written files, so operations are retried for two seconds.
/// </summary>
internal static class HeldFile
{
    /// <summary>How long operations are retried, for messages.</summary>
    public const string Patience = "2 seconds";

    private const int Attempts = 20;

    // ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION and ERROR_USER_MAPPED_FILE. Access is denied if the
    // file to replace is open.
    private static readonly int[] Held = [unchecked((int)0x80070005), unchecked((int)0x80070020), unchecked((int)0x80070021), unchecked((int)0x800704C8)];

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Opens a file for reading. Others may read, rename, replace or delete it meanwhile, but not write to it.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not open it.</exception>
    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);

    /// <summary>Returns whether a file could not be renamed because another process has it open.</summary>
    public static bool IsHeld(IOException error) => OperatingSystem.IsWindows() && Held.Contains(error.HResult);

    /// <summary>Renames a file.</summary>
    /// <param name="from">The file.</param>
    /// <param name="to">Its new path.</param>
    /// <param name="overwrite">Whether to replace a file there.</param>
    /// <param name="wait">Waits before the next attempt.</param>
    /// <exception cref="IOException">It cannot be renamed.</exception>
    /// <exception cref="UnauthorizedAccessException">This account may not rename it.</exception>
    public static void Move(string from, string to, bool overwrite = false, Action<TimeSpan>? wait = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(from, to, overwrite);
                return;
            }
            catch (Exception error) when (OperatingSystem.IsWindows() && attempt < Attempts && Held.Contains(error.HResult))
            {
                (wait ?? Thread.Sleep)(Pause);
            }
        }
    }

    /// <summary>Deletes a file left behind by a failure, if possible; the failure itself is reported instead.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The caller reports the original failure.
        }
    }
}
