using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Hosting;

/// <summary>
/// A plaintext secret as UTF-8 bytes in a pinned buffer, which the garbage collector never copies, and which is zeroed on
/// <see cref="Dispose"/>. <see cref="object.ToString"/> never returns the text.
/// </summary>
public sealed class SecretText : IDisposable
{
    /// <summary>The maximum length, in bytes of UTF-8.</summary>
    public const int MaxLength = 65_536;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _buffer;
    private int _length;
    private bool _disposed;

    private SecretText(int capacity) => _buffer = GC.AllocateArray<byte>(capacity, pinned: true);

    /// <summary>The bytes, valid until <see cref="Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The secret was zeroed.</exception>
    public ReadOnlySpan<byte> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer.AsSpan(0, _length);
        }
    }

    /// <summary>The length in bytes of UTF-8.</summary>
    public int Length => _length;

    /// <summary>Copies bytes. The caller zeroes the original.</summary>
    /// <param name="utf8">The bytes; validated later, by the purpose.</param>
    /// <param name="dropFinalLineEnd">The text was typed, or piped by a shell: drops one final LF or CRLF, and the byte order
    /// mark that Windows PowerShell puts before what it pipes where its <c>$OutputEncoding</c> or the console's code page is
    /// UTF-8.</param>
    public static SecretText FromUtf8(ReadOnlySpan<byte> utf8, bool dropFinalLineEnd = false)
    {
        var secret = new SecretText(utf8.Length);
        utf8.CopyTo(secret._buffer);
        secret._length = utf8.Length;
        if (dropFinalLineEnd) secret.TrimShellArtifacts();
        return secret;
    }

    /// <summary>Encodes characters as UTF-8. The caller zeroes the characters.</summary>
    /// <exception cref="EmailSettingsException"><see cref="SecretErrors.SecretNotUtf8"/>: a lone surrogate.</exception>
    public static SecretText FromChars(ReadOnlySpan<char> characters)
    {
        var secret = new SecretText(Encoding.UTF8.GetMaxByteCount(characters.Length));
        try
        {
            secret._length = StrictUtf8.GetBytes(characters, secret._buffer);
            return secret;
        }
        catch (EncoderFallbackException)
        {
            secret.Dispose();
            // An inner exception would contain characters of the secret.
            throw SecretErrors.SecretNotUtf8.Error(field: "input");
        }
    }

    /// <summary>Copies a <see cref="SecureString"/>; the decrypted copy is zeroed at once.</summary>
    /// <inheritdoc cref="FromChars"/>
    public static SecretText FromSecureString(SecureString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unmanaged = Marshal.SecureStringToGlobalAllocUnicode(text);
        var copy = GC.AllocateArray<char>(text.Length, pinned: true);
        try
        {
            Marshal.Copy(unmanaged, copy, 0, copy.Length);
            return FromChars(copy);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(unmanaged);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(copy.AsSpan()));
        }
    }

    /// <summary>
    /// Reads a stream to its end, but only as far as needed to know that it is too long (the purpose then rejects it).
    /// </summary>
    /// <param name="stream">Standard input or a file; left open.</param>
    /// <param name="dropFinalLineEnd">The text was typed, or piped by a shell: drops one final LF or CRLF, and the byte order
    /// mark that Windows PowerShell puts before what it pipes where its <c>$OutputEncoding</c> or the console's code page is
    /// UTF-8.</param>
    /// <param name="cancellation">Cancels the wait for input.</param>
    public static async Task<SecretText> ReadFromAsync(Stream stream, bool dropFinalLineEnd, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        // Six more than the limit: a byte order mark and CRLF may be dropped, and one byte still shows that it is too long.
        var secret = new SecretText(MaxLength + 6);
        try
        {
            secret._length = await stream.ReadAtLeastAsync(secret._buffer, secret._buffer.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            if (dropFinalLineEnd) secret.TrimShellArtifacts();
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="ReadFromAsync"/>
    public static SecretText ReadFrom(Stream stream, bool dropFinalLineEnd)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var secret = new SecretText(MaxLength + 6);
        try
        {
            secret._length = stream.ReadAtLeast(secret._buffer, secret._buffer.Length, throwOnEndOfStream: false);
            if (dropFinalLineEnd) secret.TrimShellArtifacts();
            return secret;
        }
        catch
        {
            secret.Dispose();
            throw;
        }
    }

    /// <summary>Returns the text as a read-only <see cref="SecureString"/>, for PowerShell.</summary>
    public unsafe SecureString ToSecureString()
    {
        using var characters = ToChars();
        SecureString text;
        // Appended one by one, the text would be decrypted and encrypted again for each character.
        fixed (char* first = characters.Span) text = first is null ? new SecureString() : new SecureString(first, characters.Span.Length);
        text.MakeReadOnly();
        return text;
    }

    /// <summary>
    /// Returns the text as a string, which cannot be zeroed: only on explicit request (<c>Unprotect-MailPassword
    /// -AsPlainText</c>).
    /// </summary>
    public string Reveal() => Encoding.UTF8.GetString(Span);

    /// <summary>Returns the text as characters in a separate buffer that is zeroed on dispose.</summary>
    internal SecretChars ToChars() => SecretChars.FromUtf8(Span);

    /// <summary>Zeroes the buffer.</summary>
    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_buffer);
        _disposed = true;
    }

    private void TrimShellArtifacts()
    {
        if (_buffer.AsSpan(0, _length).StartsWith(Encoding.UTF8.Preamble))
        {
            _length -= Encoding.UTF8.Preamble.Length;
            _buffer.AsSpan(Encoding.UTF8.Preamble.Length, _length).CopyTo(_buffer);
            // The rest of the buffer would still contain part of the secret.
            CryptographicOperations.ZeroMemory(_buffer.AsSpan(_length));
        }
        if (_length == 0 || _buffer[_length - 1] != (byte)'\n') return;
        _length -= _length > 1 && _buffer[_length - 2] == (byte)'\r' ? 2 : 1;
    }
}
