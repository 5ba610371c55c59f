using System.Globalization;

namespace EmailSettings.Mail.Tls;

/// <summary>The names of TLS alerts (IANA, TLS Alerts).</summary>
internal static class TlsAlerts
{
    /// <summary>The content type of an alert record.</summary>
    public const byte RecordType = 21;

    public static string NameOf(int code) => code switch
    {
        0 => "close_notify",
        10 => "unexpected_message",
        20 => "bad_record_mac",
        22 => "record_overflow",
        40 => "handshake_failure",
        42 => "bad_certificate",
        43 => "unsupported_certificate",
        44 => "certificate_revoked",
        45 => "certificate_expired",
        46 => "certificate_unknown",
        47 => "illegal_parameter",
        48 => "unknown_ca",
        49 => "access_denied",
        50 => "decode_error",
        51 => "decrypt_error",
        70 => "protocol_version",
        71 => "insufficient_security",
        80 => "internal_error",
        86 => "inappropriate_fallback",
        90 => "user_canceled",
        109 => "missing_extension",
        110 => "unsupported_extension",
        112 => "unrecognized_name",
        116 => "certificate_required",
        120 => "no_application_protocol",
        _ => "alert_" + code.ToString(CultureInfo.InvariantCulture),
    };
}
