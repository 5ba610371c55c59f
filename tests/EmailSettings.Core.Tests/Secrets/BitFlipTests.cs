using System.Security.Cryptography;
using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Tests.Secrets;

/// <summary>
/// EnvelopedData is not authenticated: every flipped bit must give the same text or an error, never another text.
/// </summary>
public sealed class BitFlipTests
{
    private static readonly HashSet<string> Allowed =
    [
        SecretErrors.ProtectedTextInvalid.Id, SecretErrors.ProtectedTextAltered.Id, SecretErrors.ProtectedForOtherCertificate.Id,
    ];

    [Theory]
    [InlineData("outgoing.password", "hunter2")]
    [InlineData("sms.password", "exactly 16 bytes")]
    [InlineData("text", "a text of several blocks, so that flips hit the last ones too")]
    public void No_flipped_bit_gives_another_text(string notation, string text)
    {
        using var certificate = TestCertificates.Open();
        var purpose = SecretProtectorTests.Bound(notation);
        var armor = SecretProtectorTests.Protect(certificate, purpose, text);
        var message = Convert.FromBase64String(armor[PemEncoding.Find(armor).Base64Data]);

        Flip(message, flipped => PemEncoding.WriteString("CMS", flipped));
        Flip(Encoding.Latin1.GetBytes(armor), Encoding.Latin1.GetString);

        void Flip(byte[] original, Func<byte[], string> toText)
        {
            var refused = 0;
            Parallel.For(0, original.Length * 8, bit =>
            {
                var flipped = (byte[])original.Clone();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));
                try
                {
                    Assert.Equal(text, SecretProtectorTests.Open(certificate, purpose, toText(flipped)));
                }
                catch (EmailSettingsException error)
                {
                    Assert.Contains(error.Code.Id, Allowed);
                    Interlocked.Increment(ref refused);
                }
            });
            Assert.True(refused > original.Length, $"only {refused} flips were noticed");
        }
    }
}
