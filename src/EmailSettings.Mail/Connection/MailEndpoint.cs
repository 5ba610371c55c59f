namespace EmailSettings.Mail.Connection;

/// <summary>The address of a server.</summary>
/// <param name="Host">A host name (IDN allowed), or an IPv4 or IPv6 literal, the latter with or without brackets.</param>
/// <param name="Port">1 … 65535.</param>
/// <param name="TlsMode">How TLS is used there.</param>
public sealed record MailEndpoint(string Host, int Port, TlsMode TlsMode)
{
    /// <summary>Returns <c>host:port</c>, with an IPv6 literal in brackets.</summary>
    public override string ToString() => Host.Contains(':') && !Host.StartsWith('[') ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
