namespace EmailSettings.Mail.Connection;

/// <summary>Where a server listens.</summary>
/// <param name="Host">A host name (IDN allowed), or an IPv4 or IPv6 literal, the latter with or without brackets.</param>
/// <param name="Port">1 … 65535.</param>
/// <param name="TlsMode">How TLS is spoken there.</param>
public sealed record MailEndpoint(string Host, int Port, TlsMode TlsMode)
{
    /// <summary><c>host:port</c>; an IPv6 literal in brackets.</summary>
    public override string ToString() => Host.Contains(':') && !Host.StartsWith('[') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
