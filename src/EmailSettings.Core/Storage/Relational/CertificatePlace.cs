using EmailSettings.Core.Certificates;

namespace EmailSettings.Core.Storage.Relational;

/// <summary>
/// Where a host found a certificate. A class, because generics over value types are JIT-compiled in each process.
/// </summary>
/// <param name="Host">The host.</param>
/// <param name="Certificate">The certificate and its location on that host.</param>
internal sealed record CertificatePlace(string Host, CertificateReference Certificate);
