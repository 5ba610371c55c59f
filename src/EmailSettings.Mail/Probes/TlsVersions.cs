namespace EmailSettings.Mail.Probes;

/// <summary>The numbers of the versions of TLS on the wire.</summary>
internal static class TlsVersions
{
    private const int First = 0x0300;

    /// <summary>The number of a version.</summary>
    public static int NumberOf(TlsVersion version) => First + (int)version;

    /// <summary>The version of a number; null for one that is not known.</summary>
    public static TlsVersion? Of(int number) => number - First is var version and >= (int)TlsVersion.Ssl30 and <= (int)TlsVersion.Tls13 ? (TlsVersion)version : null;
}
