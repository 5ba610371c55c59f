using System.Globalization;

namespace EmailSettings.Mail.Smtp;

/// <summary>An SMTP reply (RFC 5321 §4.2).</summary>
public sealed record SmtpReply : ServerReply
{
    /// <summary>The reply code, 200 … 599.</summary>
    public required int Code { get; init; }

    /// <summary>The enhanced status code of the first line (RFC 2034); null if none.</summary>
    public EnhancedStatusCode? EnhancedStatus { get; init; }

    /// <inheritdoc/>
    public override string Status => Code.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool EndsSession => Code == SmtpCodes.Closing;

    /// <summary>2xx.</summary>
    public bool IsPositive => Code is >= 200 and < 300;

    /// <summary>3xx.</summary>
    public bool IsIntermediate => Code is >= 300 and < 400;

    /// <summary>4xx: may work later.</summary>
    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>5xx.</summary>
    public bool IsPermanent => Code is >= 500 and < 600;
}
