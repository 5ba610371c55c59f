using System.Globalization;
using System.Net.Security;
using EmailSettings.Core.Findings;
using EmailSettings.Mail.Probes;
using EmailSettings.Mail.Tls;

namespace EmailSettings.Core.ServerTests.Stages;

/// <summary>Describes in plain words why a handshake failed.</summary>
internal static class HandshakeReasons
{
    /// <summary>Gets the finding.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="target">Host and port.</param>
    /// <param name="choices">What the server chose on further connections; empty if there were none.</param>
    public static Finding Describe(HandshakeReason reason, string target, IReadOnlyList<TlsVersionAnswer> choices)
    {
        var certificate = choices.Select(choice => choice.Certificate).FirstOrDefault(one => one is not null);
        return reason switch
        {
            HandshakeReason.WeakKeyExchange => TlsFindings.TlsWeakKeyExchange.At(value: target, detail: Chosen(choices, choice => choice.DiffieHellmanBits) is { } bits
                ? string.Create(CultureInfo.InvariantCulture, $"a Diffie-Hellman group of {bits} bits") : "a small Diffie-Hellman group"),
            HandshakeReason.KeyExchangeGroup => TlsFindings.TlsNoCommonGroup.At(value: target, detail: Chosen(choices, choice => choice.KeyExchangeGroup) is { } group ? TlsNames.Group(group) : "another one"),
            HandshakeReason.SignatureAlgorithm => TlsFindings.TlsWeakSignature.At(value: target, detail: Chosen(choices, choice => choice.SignatureScheme) is { } scheme
                ? TlsNames.SignatureScheme(scheme) : "an old algorithm"),
            HandshakeReason.WeakCertificateKey => WeakCertificate(certificate is { KeySize: { } size } ? string.Create(CultureInfo.InvariantCulture, $"a key of {size} bits ({certificate.KeyAlgorithm})") : "a key that is too small"),
            HandshakeReason.WeakCertificateDigest => WeakCertificate("a signature with SHA-1 or MD5"),
            HandshakeReason.CertificateCurve => TlsFindings.TlsUnusable.At(value: certificate?.Subject, detail: certificate?.KeyGroup is { } curve ? $"its key is on the curve {TlsNames.Group(curve)}, which this machine does not support" : "its key is on a curve that this machine does not support") with { StepTemplate = TlsFindings.CertificateCurveStep },
            HandshakeReason.KeyUsage => KeyUsage(certificate) with { Severity = Severity.Error },
            HandshakeReason.NoCommonCipher when Suites(choices) is { Count: > 0 } suites => NoCommonCipher(target, suites),
            HandshakeReason.NoCommonCipher => Plain(target, "the server and this machine have no cipher suite in common", TlsFindings.TlsNoCommonCipher.NextStep),
            HandshakeReason.NoSuite => Plain(target, "on further connections the server supported no cipher suite of any age, with or without a certificate", TlsFindings.NoSuiteStep),
            HandshakeReason.Version => Plain(target, "the server and this machine have no TLS version in common", TlsFindings.TlsOldVersion.NextStep),
            _ => Plain(target, "the server requires stronger cipher suites or keys than this machine offers", TlsFindings.WeakClientStep),
        };
    }

    /// <summary>Gets the finding for a certificate whose key usage does not permit current handshakes.</summary>
    public static Finding KeyUsage(CertificateFacts? certificate) =>
        TlsFindings.TlsKeyUsage.At(value: certificate?.Subject, detail: certificate?.KeyUsage is { Count: > 0 } usages ? string.Join(", ", usages) : "other uses");

    private static Finding Plain(string target, string detail, string step) => TlsFindings.TlsHandshake.At(value: target, detail: detail) with { StepTemplate = step };

    private static Finding WeakCertificate(string what) => InspectionFindings.TlsWeakCertificate.At(value: what) with { Severity = Severity.Error };

    // The server chose among suites of every age: if it chose one without a certificate, it has no other.
    private static Finding NoCommonCipher(string target, List<string> suites)
    {
        var finding = TlsFindings.TlsNoCommonCipher.At(value: target, detail: string.Join(", ", suites));
        return suites[0] switch
        {
            var suite when suite.Contains("_anon_", StringComparison.Ordinal) => finding with { StepTemplate = TlsFindings.NoCertificateStep },
            var suite when suite.Contains("PSK_", StringComparison.Ordinal) => finding with { StepTemplate = TlsFindings.SharedKeyStep },
            var suite when suite.Contains("_NULL_", StringComparison.Ordinal) => finding with { StepTemplate = TlsFindings.NoEncryptionStep },
            var suite when suite.Contains("_DSS_", StringComparison.Ordinal) => finding with { StepTemplate = TlsFindings.DsaStep },
            _ => finding,
        };
    }

    private static int? Chosen(IReadOnlyList<TlsVersionAnswer> choices, Func<TlsVersionAnswer, int?> part) => choices.Select(part).FirstOrDefault(one => one is not null);

    private static List<string> Suites(IReadOnlyList<TlsVersionAnswer> choices) => [.. choices.Select(choice => choice.CipherSuite).OfType<TlsCipherSuite>().Select(suite => suite.ToString())];
}
