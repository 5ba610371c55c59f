using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>What is recorded about the chosen password certificate on this host.</summary>
/// <param name="Thumbprint">The SHA-1 thumbprint, 40 upper-case hex digits.</param>
/// <param name="Subject">The subject's distinguished name.</param>
/// <param name="Location">Where it was when it was chosen.</param>
public sealed record CertificateReference(string Thumbprint, string Subject, CertificateLocation Location)
{
    /// <summary>Returns the fault for a missing certificate or a missing key file, listing what must be re-entered.</summary>
    /// <param name="secretsToReEnter">The purposes of the secrets that depend on this certificate.</param>
    public Finding Missing(IReadOnlyCollection<string> secretsToReEnter)
    {
        var secrets = secretsToReEnter.Count == 0 ? "No stored secret depends on it." : $"To re-enter: {string.Join(", ", secretsToReEnter)}.";
        var fault = SecretErrors.CertificateMissing.At("certificate", Thumbprint, Subject, secrets);
        return Location.LostKeyFile is not { } lost ? fault : fault with
        {
            CauseTemplate = "The private key of the password certificate {value} ({limit}) is not on this system: {detail}",
            Detail = $"its file {lost} does not exist. {secrets}",
        };
    }

    /// <summary>
    /// Parses a pasted thumbprint: spaces, colons and the invisible marks that the Windows certificate dialog prepends are
    /// dropped. Returns null if the rest is not 40 hex digits.
    /// </summary>
    public static string? ParseThumbprint(string? text)
    {
        var digits = new StringBuilder(40);
        foreach (var character in text ?? "")
        {
            if (char.IsWhiteSpace(character) || character is ':' or '-' or '\u200E' or '\u200F' or '\uFEFF' or '\u200B') continue;
            if (!char.IsAsciiHexDigit(character) || digits.Length == 40) return null;
            digits.Append(char.ToUpperInvariant(character));
        }
        return digits.Length == 40 ? digits.ToString() : null;
    }
}
