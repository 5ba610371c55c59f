using System.Buffers.Text;

namespace EmailSettings.Mail.Redaction;

/// <summary>One encoding of a secret, ASCII letters in lower case, in a buffer to be zeroed.</summary>
/// <param name="Bytes">The encoded secret.</param>
/// <param name="IsEncoded">Whether it cannot occur in ordinary text, so that it need not be a whole word to match.</param>
internal sealed record SecretForm(byte[] Bytes, bool IsEncoded)
{
    /// <summary>The bytes unchanged.</summary>
    public static SecretForm Plain(ReadOnlySpan<byte> utf8)
    {
        var bytes = Pinned(utf8.Length);
        for (var i = 0; i < utf8.Length; i++) bytes[i] = Fold(utf8[i]);
        return new SecretForm(bytes, false);
    }

    /// <summary>Two hexadecimal digits per byte.</summary>
    public static SecretForm Hex(ReadOnlySpan<byte> utf8)
    {
        var bytes = Pinned(2 * utf8.Length);
        Convert.TryToHexStringLower(utf8, bytes, out _);
        return new SecretForm(bytes, true);
    }

    /// <summary>Base64 (RFC 4648 §4) of only these bytes.</summary>
    public static SecretForm InBase64(ReadOnlySpan<byte> value) => new(Folded(Encoded(value)), true);

    /// <summary>
    /// Base64 of the bytes within longer data: for each of the three offsets, the characters that depend only on them, in both
    /// alphabets.
    /// </summary>
    public static List<SecretForm> WithinBase64(ReadOnlySpan<byte> value)
    {
        var forms = new List<SecretForm>();
        for (var offset = 0; offset < 3; offset++)
        {
            var before = Pinned(offset + value.Length);
            value.CopyTo(before.AsSpan(offset));
            var all = Encoded(before);
            Array.Clear(before);
            var (from, to) = (offset == 0 ? 0 : offset + 1, before.Length * 8 / 6);
            var own = Pinned(Math.Max(0, to - from));
            all.AsSpan(from, own.Length).CopyTo(own);
            Array.Clear(all);
            var forUrls = Pinned(own.Length);
            own.CopyTo(forUrls, 0);
            forUrls.AsSpan().Replace((byte)'+', (byte)'-');
            forUrls.AsSpan().Replace((byte)'/', (byte)'_');
            forms.Add(new SecretForm(Folded(own), true));
            forms.Add(new SecretForm(Folded(forUrls), true));
        }
        return forms;
    }

    /// <summary>Folds case, since servers that quote a command may change it.</summary>
    public static byte Fold(byte b) => b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;

    private static byte[] Encoded(ReadOnlySpan<byte> value)
    {
        var form = Pinned(Base64.GetMaxEncodedToUtf8Length(value.Length));
        Base64.EncodeToUtf8(value, form, out _, out _);
        return form;
    }

    private static byte[] Folded(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++) bytes[i] = Fold(bytes[i]);
        return bytes;
    }

    // Pinned, so that the garbage collector does not leave copies behind when it moves objects.
    private static byte[] Pinned(int length) => GC.AllocateArray<byte>(length, pinned: true);
}
