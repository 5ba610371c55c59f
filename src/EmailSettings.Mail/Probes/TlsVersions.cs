namespace EmailSettings.Mail.Probes;

/// <summary>Maps TLS versions to their numbers on the wire.</summary>
internal static class TlsVersions
{
    private const int First = 0x0300;

    /// <summary>Gets the number of a version.</summary>
    public static int NumberOf(TlsVersion version) => First + (int)version;

    /// <summary>Gets the version with a number; null if unknown.</summary>
    public static TlsVersion? Of(int number) => number - First is var version and >= (int)TlsVersion.Ssl30 and <= (int)TlsVersion.Tls13 ? (TlsVersion)version : null;
}
