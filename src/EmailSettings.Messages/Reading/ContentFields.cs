using MimeKit;

namespace EmailSettings.Messages.Reading;

/// <summary>The Content- fields of the current header.</summary>
internal sealed class ContentFields
{
    public Header? Type { get; private set; }

    public Header? Disposition { get; private set; }

    public Header? TransferEncoding { get; private set; }

    public bool HasContentId { get; private set; }

    /// <summary>Adds a field; the first of its name counts, as in MimeKit.</summary>
    public void Add(Header header)
    {
        switch (header.Id)
        {
            case HeaderId.ContentType:
                Type ??= header;
                break;
            case HeaderId.ContentDisposition:
                Disposition ??= header;
                break;
            case HeaderId.ContentTransferEncoding:
                TransferEncoding ??= header;
                break;
            case HeaderId.ContentId:
                HasContentId = true;
                break;
            default:
                break;
        }
    }
}
