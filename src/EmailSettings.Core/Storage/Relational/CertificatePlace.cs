using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>Where a host found a certificate. A class, since generics of values are compiled anew in each process.</summary>
/// <param name="Host">The host.</param>
/// <param name="Certificate">The certificate and its place there.</param>
internal sealed record CertificatePlace(string Host, CertificateReference Certificate);
