using System.Text;
using EmailSettings.Core.Findings;

namespace EmailSettings.Core.Certificates;

/// <summary>What is remembered about the chosen password certificate on this host.</summary>
/// <param name="Thumbprint">SHA-1 thumbprint, 40 upper-case hex digits.</param>
/// <param name="Subject">The subject's distinguished name.</param>
/// <param name="Location">Where it was found when it was chosen.</param>
public sealed record CertificateReference(string Thumbprint, string Subject, CertificateLocation Location)
{
    /// <summary>The fault of this certificate being gone, with everything to re-enter.</summary>
    /// <param name="secretsToReEnter">The purposes of the secrets that only this certificate opens.</param>
    public Finding Missing(IReadOnlyCollection<string> secretsToReEnter) => SecretErrors.CertificateMissing.At(
        "certificate", Thumbprint, Subject,
        secretsToReEnter.Count == 0 ? "No stored secret depends on it." : $"To re-enter: {string.Join(", ", secretsToReEnter)}.");

    /// <summary>
    /// The thumbprint in a text as people paste it: spaces, colons and the invisible marks that the Windows
    /// certificate dialog puts before it are dropped. Null if the rest is not 40 hex digits.
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
