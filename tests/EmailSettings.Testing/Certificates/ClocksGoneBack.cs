using System.Buffers.Binary;
using System.Text;

namespace EmailSettings.Testing.Certificates;

/// <summary>
/// Sets a local time zone for this process in which the clocks went back by an hour half an hour ago, until disposed; only where
/// time zones are files.
/// </summary>
public sealed class ClocksGoneBack : IDisposable
{
    private readonly string? _before = Environment.GetEnvironmentVariable("TZ");
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tz");

    public ClocksGoneBack()
    {
        File.WriteAllBytes(_file, Zone(DateTimeOffset.UtcNow.AddMinutes(-30)));
        Use(_file);
    }

    public void Dispose()
    {
        Use(_before);
        File.Delete(_file);
    }

    private static void Use(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }

    // RFC 8536 §3: a header, two transitions, their types, two local time types, their names.
    private static byte[] Zone(DateTimeOffset goesBack)
    {
        var zone = new List<byte>([.. "TZif"u8, .. new byte[16]]);
        foreach (var count in (ReadOnlySpan<int>)[0, 0, 0, 2, 2, 8])
            Add(zone, count);
        Add(zone, (int)goesBack.AddDays(-100).ToUnixTimeSeconds());
        Add(zone, (int)goesBack.ToUnixTimeSeconds());
        zone.AddRange([0, 1]);
        Add(zone, 3600);
        zone.AddRange([1, 0]);
        Add(zone, 0);
        zone.AddRange([0, 4]);
        zone.AddRange(Encoding.ASCII.GetBytes("SUM\0WIN\0"));
        return [.. zone];
    }

    private static void Add(List<byte> zone, int value)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        zone.AddRange(bytes);
    }
}
