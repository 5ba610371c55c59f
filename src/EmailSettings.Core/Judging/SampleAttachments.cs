using System.Text;

namespace EmailSettings.Core.Judging;

/// <summary>Sample attachments of a test message: one text file and two binary files.</summary>
internal static class SampleAttachments
{
    private const int SamplesPerSecond = 8_000;

    public static IReadOnlyList<(string Name, Stream Content)> Create() =>
    [
        ("sample.wav", new MemoryStream(Silence())),
        ("sample.txt", new MemoryStream(Encoding.ASCII.GetBytes("A line of text.\r\n.\r\nFrom here on it is longer than a line.\r\n"))),
        ("sample.bin", new MemoryStream([.. Enumerable.Range(0, 1024).Select(i => (byte)i)])),
    ];

    // A WAV file with a tenth of a second of silence, 8-bit mono.
    private static byte[] Silence()
    {
        var samples = SamplesPerSecond / 10;
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.ASCII, leaveOpen: true))
        {
            writer.Write("RIFF"u8);
            writer.Write(36 + samples);
            writer.Write("WAVEfmt "u8);
            writer.Write(16);
            writer.Write((short)1);
            writer.Write((short)1);
            writer.Write(SamplesPerSecond);
            writer.Write(SamplesPerSecond);
            writer.Write((short)1);
            writer.Write((short)8);
            writer.Write("data"u8);
            writer.Write(samples);
            writer.Write(Enumerable.Repeat((byte)128, samples).ToArray());
        }
        return stream.ToArray();
    }
}
