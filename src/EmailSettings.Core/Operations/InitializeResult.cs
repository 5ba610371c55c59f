using EmailSettings.Core.Certificates;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Health;

namespace EmailSettings.Core.Operations;

/// <summary>What the first set-up did, and the settings, certificate and health after it.</summary>
/// <param name="Store">Where the store lies.</param>
/// <param name="Certificate">The password certificate; null under WhatIf where there was none.</param>
/// <param name="CertificateCreated">The certificate was made by this set-up.</param>
/// <param name="Import">What the document changed; null without one.</param>
/// <param name="Settings">All the settings afterwards.</param>
/// <param name="Health">The health afterwards.</param>
/// <param name="StillToEnter">Purposes of the secrets that the settings need and that are not stored yet.</param>
public sealed record InitializeResult(
    string Store, ChosenCertificate? Certificate, bool CertificateCreated, ChangeResult? Import,
    SystemEmailSettings Settings, HealthReport Health, IReadOnlyList<string> StillToEnter);
