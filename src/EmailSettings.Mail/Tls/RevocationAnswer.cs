namespace EmailSettings.Mail.Tls;

/// <summary>What asking for the revocation state of a chain came to.</summary>
/// <param name="State">The state.</param>
/// <param name="Source">Where it is known from, or why it is not.</param>
internal sealed record RevocationAnswer(RevocationState State, RevocationSource Source);
