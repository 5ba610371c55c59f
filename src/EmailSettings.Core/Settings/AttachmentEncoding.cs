namespace EmailSettings.Core.Settings;

/// <summary>
/// The transfer encoding of a file type. A class, because lists of reference types are precompiled with the runtime, which speeds
/// up the first read of the basic settings.
/// </summary>
/// <param name="FileType">Lower case, no dot, or <see cref="AttachmentEncodingMap.AnyType"/>.</param>
/// <param name="Encoding">The encoding of attachments of that type.</param>
public sealed record AttachmentEncoding(string FileType, TransferEncoding Encoding)
{
    /// <summary>Returns the form used in the map: <c>wav=base64</c>.</summary>
    public override string ToString() => $"{FileType}={Encoding.Name}";
}
