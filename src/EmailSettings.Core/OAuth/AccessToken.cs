using System.Security.Cryptography;
using System.Text;

namespace EmailSettings.Core.OAuth;

/// <summary>A bearer token. It is a secret: it is never printed, and disposing wipes it.</summary>
public sealed class AccessToken : IDisposable
{
    private readonly byte[] _utf8;
    private bool _disposed;

    internal AccessToken(string token)
    {
        // Pinned, so that the garbage collector does not copy it.
        _utf8 = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(token), pinned: true);
        Encoding.UTF8.GetBytes(token, _utf8);
    }

    /// <summary>The token in UTF-8.</summary>
    /// <exception cref="ObjectDisposedException">The token was wiped.</exception>
    public ReadOnlyMemory<byte> Utf8
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _utf8;
        }
    }

    /// <summary>Wipes the token. MSAL's own string of it lives until it is garbage collected.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_utf8);
        _disposed = true;
    }

    /// <summary>Never returns the token.</summary>
    public override string ToString() => "[token]";
}
