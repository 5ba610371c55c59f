namespace EmailSettings.Core.OAuth;

/// <summary>What a person must be shown at once to sign in elsewhere (RFC 8628). The texts are escaped.</summary>
/// <param name="UserCode">The code to enter.</param>
/// <param name="VerificationUrl">Where to enter it.</param>
/// <param name="ExpiresAt">When the code ends.</param>
/// <param name="Message">A sentence for the person: the server's own where it sends one.</param>
public sealed record DeviceCodePrompt(string UserCode, string VerificationUrl, DateTimeOffset ExpiresAt, string Message);
