namespace EmailSettings.Core.OAuth;

/// <summary>What to show a user who signs in with a device code (RFC 8628). The texts are escaped.</summary>
/// <param name="UserCode">The code to enter.</param>
/// <param name="VerificationUrl">Where to enter it.</param>
/// <param name="ExpiresAt">When the code expires.</param>
/// <param name="Message">A sentence for the user: the server's own if it sends one.</param>
public sealed record DeviceCodePrompt(string UserCode, string VerificationUrl, DateTimeOffset ExpiresAt, string Message);
