using System.Security.Cryptography;

namespace EmailSettings.Mail.Sasl;

/// <summary>A user name and a secret, held in a single buffer that <see cref="Dispose"/> zeroes.</summary>
public sealed class MailCredential : IDisposable
{
    private readonly byte[] _secret;
    private bool _disposed;

    /// <summary>Copies the secret into a buffer of its own.</summary>
    /// <param name="user">The user, or the mailbox for OAuth mechanisms.</param>
    /// <param name="secretUtf8">The password or access token, UTF-8. The caller zeroes it.</param>
    public MailCredential(string user, ReadOnlySpan<byte> secretUtf8)
    {
        ArgumentNullException.ThrowIfNull(user);
        User = user;
        // Pinned, so that the garbage collector does not leave copies behind when it moves objects.
        _secret = GC.AllocateUninitializedArray<byte>(secretUtf8.Length, pinned: true);
        secretUtf8.CopyTo(_secret);
    }

    /// <summary>The user.</summary>
    public string User { get; }

    /// <summary>The secret, UTF-8; for session implementations.</summary>
    /// <exception cref="ObjectDisposedException">The credential was disposed.</exception>
    public ReadOnlySpan<byte> Secret
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _secret;
        }
    }

    /// <summary>Zeroes the secret.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_secret);
        _disposed = true;
    }

    /// <summary>Returns the type name only.</summary>
    public override string ToString() => nameof(MailCredential);
}
