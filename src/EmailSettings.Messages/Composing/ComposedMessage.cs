using MimeKit;
using MimeKit.IO;

namespace EmailSettings.Messages.Composing;

/// <summary>A message ready to be sent or written to a file.</summary>
public sealed class ComposedMessage : IDisposable
{
    // Lines end in CRLF in files too, as on the wire. Bcc is never written.
    internal static readonly FormatOptions Format = CreateFormat();

    internal ComposedMessage(MimeMessage message)
    {
        Message = message;
        using var measure = new MeasuringStream();
        message.WriteTo(Format, measure);
        SizeBytes = measure.Length;
    }

    /// <summary>The Message-ID, with angle brackets.</summary>
    public string MessageId => $"<{Message.MessageId}>";

    /// <summary>The size in bytes on the wire, without dot stuffing.</summary>
    public long SizeBytes { get; }

    internal MimeMessage Message { get; }

    /// <summary>Writes the message as it is sent.</summary>
    /// <param name="stream">The target; not disposed.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public void WriteTo(Stream stream, CancellationToken cancellationToken) => Message.WriteTo(Format, stream, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => Message.Dispose();

    private static FormatOptions CreateFormat()
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.EnsureNewLine = true;
        format.HiddenHeaders.Add(HeaderId.Bcc);
        return format;
    }
}
