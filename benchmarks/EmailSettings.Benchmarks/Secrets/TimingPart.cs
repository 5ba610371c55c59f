using System.Diagnostics;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using EmailSettings.Core.Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings;

namespace EmailSettings.Benchmarks.Secrets;

/// <summary>
/// The time until an altered text is refused. If an attacker could learn from the time how far a text was valid, they could find
/// out the secret bit by bit; so every kind must take the same time.
/// </summary>
internal static class TimingPart
{
    private const int Calls = 2000;
    private const double Share = 0.05;

    private static readonly SecretPurpose Purpose = SecretPurpose.OutgoingPassword.BoundTo(new OutgoingMailServer { Host = "smtp.example.org", Port = 587, UseSsl = true });

    public static void Run(Yardstick yardstick)
    {
        using var key = RSA.Create(2048);
        using var certificate = new PasswordCertificate(SecretsPart.Make("CN=timing", key), CertificateLocation.CurrentUser);
        var kinds = Kinds(certificate, key).ToList();
        foreach (var (_, text) in kinds)
        {
            for (var call = 0; call < 100; call++) Refuse(certificate, text);
        }

        // Interleaved, so that disturbances affect all kinds.
        var times = kinds.ConvertAll(_ => new List<double>(Calls));
        for (var call = 0; call < Calls; call++)
        {
            for (var kind = 0; kind < kinds.Count; kind++)
            {
                var clock = Stopwatch.GetTimestamp();
                Refuse(certificate, kinds[kind].Text);
                times[kind].Add(Stopwatch.GetElapsedTime(clock).TotalMicroseconds);
            }
        }
        var medians = times.ConvertAll(Median);
        var middle = Median(medians);
        foreach (var (kind, median) in kinds.Zip(medians))
            yardstick.Within($"refuse a text with {kind.Name}, µs, against the median of all kinds", middle, median, Share);
    }

    private static IEnumerable<(string Name, string Text)> Kinds(PasswordCertificate certificate, RSA key)
    {
        using var secret = SecretText.FromUtf8("a password that fills more than one block of the cipher"u8);
        var whole = SecretProtector.Protect(certificate, Purpose, secret);
        var encoded = Convert.FromBase64String(whole[PemEncoding.Find(whole).Base64Data]);
        var message = new EnvelopedCms();
        message.Decode(encoded);
        var wrappedKey = message.RecipientInfos[0].EncryptedKey;
        var keyAt = encoded.AsSpan().IndexOf(wrappedKey);
        var contentAt = encoded.Length - message.ContentInfo.Content.Length;

        yield return ("a wrong padding", Flip(encoded, encoded.Length - 17));
        yield return ("a wrong digest", Flip(encoded, encoded.Length - 40));
        yield return ("a garbled purpose", Flip(encoded, contentAt + 17));
        yield return ("a garbled mark", Flip(encoded, contentAt));
        yield return ("a wrong key", Flip(encoded, keyAt + 100));
        yield return ("a key of another length", With(encoded, keyAt, key.Encrypt(new byte[16], RSAEncryptionPadding.OaepSHA256)));
        yield return ("another key", With(encoded, keyAt, key.Encrypt(new byte[32], RSAEncryptionPadding.OaepSHA256)));
        yield return ("one block cut off", Cut(encoded, 16));
        yield return ("all blocks but one cut off", Cut(encoded, message.ContentInfo.Content.Length - 16));
        yield return ("another purpose", SecretProtector.Protect(certificate, SecretPurpose.SmsPassword, secret));
        yield return ("another target", SecretProtector.Protect(certificate, SecretPurpose.OutgoingPassword.BoundTo(new OutgoingMailServer { Host = "smtp.example.net", Port = 587, UseSsl = true }), secret));
    }

    private static string Flip(byte[] encoded, int place) => With(encoded, place, [(byte)(encoded[place] ^ 0x40)]);

    private static string With(byte[] encoded, int place, byte[] part)
    {
        var altered = (byte[])encoded.Clone();
        part.CopyTo(altered, place);
        return PemEncoding.WriteString("CMS", altered);
    }

    // The ciphertext is at the end of a CMS, so each enclosing element becomes shorter.
    private static string Cut(byte[] encoded, int bytes)
    {
        var (shorter, at) = (encoded[..^bytes], 0);
        while (true)
        {
            var element = AsnDecoder.ReadEncodedValue(encoded.AsSpan(at), AsnEncodingRules.DER, out var content, out var length, out var whole);
            if (at + whole < encoded.Length)
            {
                at += whole;
                continue;
            }
            WriteLength(shorter.AsSpan(at + 1, content - 1), length - bytes);
            if (!element.IsConstructed) return PemEncoding.WriteString("CMS", shorter);
            at += content;
        }
    }

    // In the existing form; the texts here are long enough for the shorter length to keep it.
    private static void WriteLength(Span<byte> place, int length)
    {
        if (place.Length == 1) place[0] = checked((byte)length);
        for (var i = place.Length - 1; i > 0; i--, length >>= 8) place[i] = (byte)length;
    }

    private static void Refuse(PasswordCertificate certificate, string text)
    {
        try
        {
            SecretProtector.Unprotect(certificate, Purpose, text).Dispose();
        }
        catch (EmailSettingsException)
        {
            return;
        }
        throw new InvalidOperationException("An altered text was opened.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
