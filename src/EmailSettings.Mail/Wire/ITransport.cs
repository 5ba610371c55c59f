namespace EmailSettings.Mail.Wire;

/// <summary>The connection below TLS.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>The stream in both directions.</summary>
    Stream Stream { get; }

    /// <summary>The number of bytes received that can be read without waiting.</summary>
    int Available { get; }
}
