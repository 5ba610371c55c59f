namespace EmailSettings.Messages.Headers;

/// <summary>A receiving server's result for one method (RFC 8601).</summary>
/// <param name="Method">The method, lower case: <c>spf</c>, <c>dkim</c>, <c>dmarc</c>, <c>arc</c>.</param>
/// <param name="Result">The result, lower case: <c>pass</c>, <c>fail</c>, <c>softfail</c>, <c>none</c>, <c>temperror</c>,
/// ….</param>
/// <param name="Domain">The domain checked: of the envelope sender (spf), d= of the signature (dkim), of From (dmarc); null if
/// not given.</param>
/// <param name="Reason">The server's reason, or null.</param>
/// <param name="IsAligned">Whether the domain is aligned with that of From, so that the result counts for DMARC; null if
/// unknown.</param>
public sealed record AuthenticationVerdict(string Method, string Result, string? Domain, string? Reason, bool? IsAligned);
