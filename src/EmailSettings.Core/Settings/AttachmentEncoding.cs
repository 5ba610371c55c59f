namespace EmailSettings.Core.Settings;

/// <summary>
/// The transfer encoding of one file type. A class, since the lists of it are then compiled ahead of time with the runtime: every
/// first read of the basic settings would wait for those of a structure.
/// </summary>
/// <param name="FileType">Lower case, no dot, or <see cref="AttachmentEncodingMap.AnyType"/>.</param>
/// <param name="Encoding">What an attachment of that type is sent in.</param>
public sealed record AttachmentEncoding(string FileType, TransferEncoding Encoding)
{
    /// <summary>As it stands in the map: <c>wav=base64</c>.</summary>
    public override string ToString() => $"{FileType}={Encoding.Name}";
}
