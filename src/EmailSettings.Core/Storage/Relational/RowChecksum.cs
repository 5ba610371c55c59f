using System.Numerics;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// A 64-bit row checksum that detects accidental damage, but not tampering. Each step is a bijection of sum and word, so a change
/// within eight bytes is always detected; any other change is missed with a probability of 1 in 2^64.
/// </summary>
/// <param name="start">The seed.</param>
internal struct RowChecksum(long start)
{
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    private ulong _sum = (ulong)start;

    public readonly long Value => (long)_sum;

    /// <summary>Computes the checksum of values: strings, <see cref="long"/> or null.</summary>
    public static long Of(long start, IReadOnlyList<object?> values)
    {
        var sum = new RowChecksum(start);
        foreach (var value in values)
        {
            switch (value)
            {
                case null:
                    sum.AddNull();
                    break;
                case long number:
                    sum.Add(number);
                    break;
                default:
                    sum.Add((string)value);
                    break;
            }
        }
        return sum.Value;
    }

    public void AddNull() => Mix(1);

    public void Add(long number)
    {
        Mix(2);
        Mix((ulong)number);
    }

    public void Add(ReadOnlySpan<char> text)
    {
        Mix(3 + ((ulong)text.Length << 2));
        var rest = text;
        for (; rest.Length >= 4; rest = rest[4..]) Mix(rest[0] | ((ulong)rest[1] << 16) | ((ulong)rest[2] << 32) | ((ulong)rest[3] << 48));
        var last = 0UL;
        foreach (var character in rest) last = (last << 16) | character;
        Mix(last);
    }

    private void Mix(ulong word) => _sum = BitOperations.RotateLeft((_sum ^ word) * Factor, 29);
}
