using EmailSettings.Core.Files;

namespace EmailSettings.Core.Judging;

/// <summary>
/// Buffers input of unknown length as a seekable stream: in memory up to a limit, otherwise in a temporary file that only its
/// owner can access.
/// </summary>
internal static class SpooledInput
{
    /// <summary>The maximum number of bytes kept in memory.</summary>
    public const int MaxMemoryBytes = 16 * 1024 * 1024;

    private const int BufferBytes = 80 * 1024;

    /// <summary>Reads the input to its end.</summary>
    /// <param name="input">Any stream.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <returns>A seekable stream. The caller disposes it, which also deletes the file.</returns>
    public static async Task<Stream> ReadAsync(Stream input, CancellationToken cancellation)
    {
        Stream kept = new MemoryStream();
        var buffer = new byte[BufferBytes];
        try
        {
            for (int read; (read = await input.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
            {
                if (kept is MemoryStream memory && memory.Length + read > MaxMemoryBytes)
                {
                    kept = CreateFile();
                    memory.Position = 0;
                    await memory.CopyToAsync(kept, cancellation).ConfigureAwait(false);
                }
                await kept.WriteAsync(buffer.AsMemory(0, read), cancellation).ConfigureAwait(false);
            }
            kept.Position = 0;
            return kept;
        }
        catch
        {
            await kept.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static FileStream CreateFile() =>
        OwnerOnlyFile.CreateNew(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileOptions.DeleteOnClose);
}
