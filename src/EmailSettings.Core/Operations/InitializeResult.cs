using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Health;

namespace EmailSettings.Core.Operations;

/// <summary>The result of initialization: what it did, and the resulting settings, certificate and health.</summary>
/// <param name="Store">The location of the store.</param>
/// <param name="Certificate">The password certificate; null under WhatIf if there is none.</param>
/// <param name="CertificateCreated">Whether the certificate was created.</param>
/// <param name="Import">What the document changed; null if there was none.</param>
/// <param name="Settings">All the settings afterwards.</param>
/// <param name="Health">The health afterwards.</param>
/// <param name="StillToEnter">The purposes of the secrets that the settings need but that are not stored yet.</param>
public sealed record InitializeResult(
    string Store, ChosenCertificate? Certificate, bool CertificateCreated, ChangeResult? Import,
    SystemEmailSettings Settings, HealthReport Health, IReadOnlyList<string> StillToEnter);
