namespace EmailSettings.Mail.Tls;

/// <summary>Where a revocation state comes from, or why it is unknown.</summary>
internal enum RevocationSource
{
    /// <summary>The platform's cache of valid CRLs and OCSP responses.</summary>
    Cache,

    /// <summary>The addresses, with this answer or an unusable one.</summary>
    Online,

    /// <summary>None of the addresses is an HTTP URL.</summary>
    NoHttpAddress,

    /// <summary>No address answered.</summary>
    Unreachable,

    /// <summary>The time limit was reached.</summary>
    TimedOut,
}
