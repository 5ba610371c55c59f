using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace EmailSettings.Core.Hosting;

/// <summary>A secret as UTF-16 characters in a pinned buffer that is zeroed on dispose, for APIs that take passphrases.</summary>
internal sealed class SecretChars : IDisposable
{
    private readonly char[] _buffer;
    private readonly int _length;

    private SecretChars(char[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    /// <summary>The characters, valid until <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<char> Span => _buffer.AsSpan(0, _length);

    /// <summary>Decodes UTF-8.</summary>
    public static SecretChars FromUtf8(ReadOnlySpan<byte> utf8)
    {
        var buffer = GC.AllocateArray<char>(Encoding.UTF8.GetMaxCharCount(utf8.Length), pinned: true);
        return new SecretChars(buffer, Encoding.UTF8.GetChars(utf8, buffer));
    }

    /// <summary>Zeroes the buffer.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_buffer.AsSpan()));
}
