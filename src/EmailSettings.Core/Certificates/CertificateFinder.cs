using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.Core.Certificates;

/// <summary>Finds password certificates in the stores and in files, including expired ones.</summary>
public sealed class CertificateFinder(CertificateStores stores)
{
    /// <summary>
    /// Finds a recorded certificate: at its recorded location, then in <c>CurrentUser\My</c> and <c>LocalMachine\My</c>,
    /// preferring a copy with its private key. Returns null if it or the file of its key is gone, or if the recorded file contains
    /// another one.
    /// </summary>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.KeyFileExposed"/>, <see cref="SecretErrors.CertificateFileInvalid"/>,
    /// <see cref="SecretErrors.CertificatePassphraseWrong"/>, <see cref="SecretErrors.CertificateKeyMissing"/>.
    /// </exception>
    public PasswordCertificate? Find(CertificateReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (InFile(reference) is { } inFile) return inFile;

        (X509Certificate2 Certificate, CertificateLocation Location)? withoutKey = null;
        foreach (var location in stores.Locations.OrderByDescending(location => location == reference.Location))
        {
            // Listing a store is slow, so open the second only if the first has no key.
            if (Pick([location], certificate => certificate.Thumbprint.Equals(reference.Thumbprint, StringComparison.OrdinalIgnoreCase)) is not [var found]) continue;
            if (found.Certificate.HasPrivateKey)
            {
                withoutKey?.Certificate.Dispose();
                return new PasswordCertificate(found.Certificate, location);
            }
            if (withoutKey is null) withoutKey = found;
            else found.Certificate.Dispose();
        }
        return withoutKey is { } publicPart ? new PasswordCertificate(publicPart.Certificate, publicPart.Location) : null;
    }

    /// <summary>Finds a certificate in the stores by its thumbprint or by a unique subject.</summary>
    /// <param name="thumbprintOrSubject">A thumbprint as pasted, the whole distinguished name, or its common name;
    /// case-insensitive.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateNotFound"/>, <see cref="SecretErrors.CertificateAmbiguous"/>,
    /// <see cref="SecretErrors.CertificateNotRsa"/>, <see cref="SecretErrors.CertificateKeyTooShort"/>.
    /// </exception>
    public PasswordCertificate Choose(string thumbprintOrSubject)
    {
        ArgumentNullException.ThrowIfNull(thumbprintOrSubject);
        var thumbprint = CertificateReference.ParseThumbprint(thumbprintOrSubject);
        var subject = thumbprintOrSubject.Trim();
        var found = Pick(stores.Locations, certificate => thumbprint is not null ? certificate.Thumbprint == thumbprint : HasSubject(certificate, subject));
        if (found.Count == 1) return new PasswordCertificate(found[0].Certificate, found[0].Location);

        var thumbprints = string.Join(", ", found.Select(entry => entry.Certificate.Thumbprint));
        foreach (var (certificate, _) in found) certificate.Dispose();
        throw found.Count == 0
            ? SecretErrors.CertificateNotFound.Error("certificate", thumbprintOrSubject, detail: string.Join(" or ", stores.Locations))
            : SecretErrors.CertificateAmbiguous.Error("certificate", subject, found.Count.ToString(CultureInfo.InvariantCulture), thumbprints);
    }

    /// <summary>
    /// Opens a certificate in a file. A PFX with a passphrase is imported into <c>CurrentUser\My</c>, and the file is no longer
    /// needed; a PFX without one, or a PEM certificate with its key, is used in place.
    /// </summary>
    /// <param name="file">The PFX or PEM certificate.</param>
    /// <param name="keyFile">The PEM key, unless it is in <paramref name="file"/>.</param>
    /// <param name="passphrase">The passphrase of the PFX; never stored.</param>
    /// <exception cref="EmailSettingsException">
    /// <see cref="SecretErrors.CertificateFileInvalid"/>, <see cref="SecretErrors.CertificatePassphraseWrong"/>,
    /// <see cref="SecretErrors.KeyFileExposed"/>, <see cref="SecretErrors.CertificateKeyMissing"/>,
    /// <see cref="SecretErrors.CertificateNotRsa"/>, <see cref="SecretErrors.CertificateKeyTooShort"/>,
    /// <see cref="SecretErrors.CertificateStoreDenied"/>.
    /// </exception>
    public PasswordCertificate ChooseFile(string file, string? keyFile = null, SecretText? passphrase = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        if (passphrase is not { Length: > 0 })
            return new PasswordCertificate(CertificateFile.Open(file, keyFile), CertificateLocation.InFile(file, keyFile));

        var certificate = CertificateFile.OpenForImport(file, passphrase);
        stores.Add(CertificateLocation.CurrentUser, certificate);
        return new PasswordCertificate(certificate, CertificateLocation.CurrentUser);
    }

    /// <summary>Lists all suitable certificates in the stores: RSA of at least 2048 bits with a private key.</summary>
    public IReadOnlyList<PasswordCertificateInfo> ListUsable() =>
        [.. stores.List().Where(info => info.HasPrivateKey && PasswordCertificate.WhyUnsuitable(info) is null)];

    private static PasswordCertificate? InFile(CertificateReference reference)
    {
        if (reference.Location is not { File: { } file, LostKeyFile: null } location || !File.Exists(file)) return null;
        var certificate = new PasswordCertificate(CertificateFile.Open(file, location.KeyFile), location);
        if (certificate.Info.Thumbprint.Equals(reference.Thumbprint, StringComparison.OrdinalIgnoreCase)) return certificate;
        certificate.Dispose();
        return null;
    }

    // One entry per thumbprint: the copy with a private key, otherwise the first found.
    private List<(X509Certificate2 Certificate, CertificateLocation Location)> Pick(IEnumerable<CertificateLocation> locations, Predicate<X509Certificate2> wanted)
    {
        var found = new List<(X509Certificate2 Certificate, CertificateLocation Location)>();
        foreach (var location in locations)
        {
            foreach (var certificate in stores.Read(location))
            {
                var same = found.FindIndex(other => other.Certificate.Thumbprint == certificate.Thumbprint);
                if (!wanted(certificate) || (same >= 0 && (found[same].Certificate.HasPrivateKey || !certificate.HasPrivateKey)))
                {
                    certificate.Dispose();
                }
                else if (same >= 0)
                {
                    found[same].Certificate.Dispose();
                    found[same] = (certificate, location);
                }
                else
                {
                    found.Add((certificate, location));
                }
            }
        }
        return found;
    }

    private static bool HasSubject(X509Certificate2 certificate, string subject) =>
        subject.Equals(certificate.Subject, StringComparison.OrdinalIgnoreCase)
        || subject.Equals(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), StringComparison.OrdinalIgnoreCase);
}
