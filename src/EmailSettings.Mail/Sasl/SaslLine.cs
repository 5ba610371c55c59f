using System.Buffers.Text;

namespace EmailSettings.Mail.Sasl;

/// <summary>Builds the client's lines that carry a response.</summary>
internal static class SaslLine
{
    /// <summary>Returns the prefix, the response in base64 and CRLF; the caller zeroes it.</summary>
    /// <param name="prefix">The text before the response, such as <c>AUTH PLAIN </c>.</param>
    /// <param name="response">The response.</param>
    /// <param name="emptyMarker">The encoding of an empty response: <c>=</c> with a command (RFC 4954 §4), nothing on its own
    /// line.</param>
    public static byte[] Build(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> response, ReadOnlySpan<byte> emptyMarker)
    {
        var encoded = response.IsEmpty ? emptyMarker.Length : Base64.GetMaxEncodedToUtf8Length(response.Length);
        var line = GC.AllocateUninitializedArray<byte>(prefix.Length + encoded + 2, pinned: true);
        prefix.CopyTo(line);
        if (response.IsEmpty)
            emptyMarker.CopyTo(line.AsSpan(prefix.Length));
        else
            Base64.EncodeToUtf8(response, line.AsSpan(prefix.Length), out _, out _);
        "\r\n"u8.CopyTo(line.AsSpan(line.Length - 2));
        return line;
    }
}
