using System.Buffers.Binary;

namespace EmailSettings.Mail.Wire;

/// <summary>
/// Reads numbers and vectors of the TLS presentation language (RFC 8446 §3). Past the end it returns zero or nothing and sets
/// <see cref="IsShort"/>.
/// </summary>
internal ref struct VectorReader
{
    private ReadOnlySpan<byte> _rest;

    public VectorReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Whether a read went past the end.</summary>
    public bool IsShort { get; private set; }

    /// <summary>Whether there is more to read.</summary>
    public readonly bool HasMore => _rest.Length > 0;

    public int Read8() => (int)Number(Take(1));

    public int Read16() => (int)Number(Take(2));

    public int Read24() => (int)Number(Take(3));

    /// <summary>Reads a vector of at most 2^8 - 1 bytes.</summary>
    public ReadOnlySpan<byte> ReadVector8() => Take(Read8());

    /// <summary>Reads a vector of at most 2^16 - 1 bytes.</summary>
    public ReadOnlySpan<byte> ReadVector16() => Take(Read16());

    /// <summary>Reads a vector of at most 2^24 - 1 bytes.</summary>
    public ReadOnlySpan<byte> ReadVector24() => Take(Read24());

    /// <summary>Reads a number of bytes.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            IsShort = true;
            _rest = default;
            return default;
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    /// <summary>Splits a vector into two-byte numbers.</summary>
    public static IReadOnlyList<int> Numbers(ReadOnlySpan<byte> vector)
    {
        var numbers = new List<int>(vector.Length / 2);
        for (; vector.Length >= 2; vector = vector[2..])
            numbers.Add(BinaryPrimitives.ReadUInt16BigEndian(vector));
        return numbers;
    }

    private static uint Number(ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        foreach (var one in bytes)
            number = (number << 8) | one;
        return number;
    }
}
