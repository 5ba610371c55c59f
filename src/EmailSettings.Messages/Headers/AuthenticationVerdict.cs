namespace EmailSettings.Messages.Headers;

/// <summary>What a receiving server found of one method (RFC 8601).</summary>
/// <param name="Method">The method, lower case: <c>spf</c>, <c>dkim</c>, <c>dmarc</c>, <c>arc</c>.</param>
/// <param name="Result">Its result, lower case: <c>pass</c>, <c>fail</c>, <c>softfail</c>, <c>none</c>, <c>temperror</c>,
/// ….</param>
/// <param name="Domain">The domain that was looked at: of the envelope sender (spf), d= of the signature (dkim), of From (dmarc);
/// null where it was not named.</param>
/// <param name="Reason">The server's reason, or null.</param>
/// <param name="IsAligned">The domain belongs with that of From, so that the result counts for DMARC; null where that cannot be
/// told.</param>
public sealed record AuthenticationVerdict(string Method, string Result, string? Domain, string? Reason, bool? IsAligned);
