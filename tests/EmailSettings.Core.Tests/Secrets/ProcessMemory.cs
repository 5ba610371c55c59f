using System.Diagnostics;
using System.Globalization;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>Reads the memory of another process of this account (Linux).</summary>
internal static class ProcessMemory
{
    private const int Chunk = 1 << 20;

    /// <summary>Counts occurrences of bytes in the process's writable memory: heaps, stacks, native memory.</summary>
    public static int Count(int process, byte[] bytes)
    {
        // Stopped first, since its garbage collector returns memory while idle.
        Signal(process, "-STOP");
        try
        {
            SpinWait.SpinUntil(() => File.ReadAllText($"/proc/{process}/status").Contains("State:\tT", StringComparison.Ordinal));
            using var memory = File.OpenRead($"/proc/{process}/mem");
            return File.ReadLines($"/proc/{process}/maps").Where(line => line.Split(' ')[1].StartsWith("rw", StringComparison.Ordinal)).Sum(line =>
            {
                var ends = line.Split(' ')[0].Split('-').Select(end => long.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToList();
                return Count(memory, ends[0], ends[1], bytes);
            });
        }
        finally
        {
            Signal(process, "-CONT");
        }
    }

    private static void Signal(int process, string signal)
    {
        using var kill = Process.Start("kill", [signal, process.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    private static int Count(FileStream memory, long from, long to, byte[] bytes)
    {
        var count = 0;
        // Chunks overlap, for occurrences that span two of them.
        var buffer = new byte[Chunk + bytes.Length - 1];
        for (; from < to; from += Chunk)
        {
            var wanted = (int)Math.Min(buffer.Length, to - from);
            var read = RandomAccess.Read(memory.SafeFileHandle, buffer.AsSpan(0, wanted), from);
            Assert.True(read == wanted, $"{read} of {wanted} bytes read");
            count += buffer.AsSpan(0, read).Count(bytes);
        }
        return count;
    }
}
