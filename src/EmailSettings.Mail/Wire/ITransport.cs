namespace EmailSettings.Mail.Wire;

/// <summary>A connection below TLS.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>The bytes in both directions.</summary>
    Stream Stream { get; }

    /// <summary>How many bytes were received and can be read without waiting.</summary>
    int Available { get; }
}
