using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EmailSettings.Core.Changes;

/// <summary>Generates version 7 UUIDs (RFC 9562, 5.7), fetching random bits for many at once.</summary>
internal sealed class NewIdentities
{
    private const int Size = 16;
    private const int MaxAtOnce = 256;

    private byte[] _random = [];
    private int _used;

    public Guid Next()
    {
        if (_used == _random.Length)
        {
            // Only one at first: most changes need no more.
            _random = RandomNumberGenerator.GetBytes(_random.Length == 0 ? Size : Size * MaxAtOnce);
            _used = 0;
        }
        var bytes = _random.AsSpan(_used, Size);
        _used += Size;
        var milliseconds = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)(milliseconds >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)milliseconds);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
