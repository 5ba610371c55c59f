#pragma warning disable CS9113 // the bodies follow
namespace EmailSettings.Core.Secrets;

/// <summary>Examines the chosen password certificate.</summary>
public sealed class CertificateHealth(CertificateStores stores, TimeProvider time)
{
    /// <summary>Examines it; nothing is thrown for a certificate in bad health.</summary>
    /// <param name="reference">The chosen certificate.</param>
    /// <param name="secretsToReEnter">Purposes of the secrets that depend on it, named if it is gone.</param>
    /// <param name="daysBefore">Days before the end from which it is announced.</param>
    public CertificateHealthReport Check(CertificateReference reference, IReadOnlyCollection<string> secretsToReEnter, int daysBefore = 30) =>
        throw new NotImplementedException();
}
