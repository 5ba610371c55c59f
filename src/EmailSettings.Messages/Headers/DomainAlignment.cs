namespace EmailSettings.Messages.Headers;

/// <summary>Relaxed DMARC alignment (RFC 7489 section 3.1).</summary>
public static class DomainAlignment
{
    /// <summary>Whether an authenticated domain is aligned with that of From.</summary>
    /// <param name="domain">The authenticated domain.</param>
    /// <param name="fromDomain">The domain of From.</param>
    /// <returns>True if they are the same or one is a subdomain of the other. Null if they only share two labels, which may be
    /// one organisation's domain or a public suffix such as <c>co.uk</c>: only the public suffix list would tell.</returns>
    public static bool? IsAligned(string domain, string fromDomain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(fromDomain);
        if (IsWithin(domain, fromDomain) || IsWithin(fromDomain, domain))
            return true;
        return LastTwoLabels(domain) is { } common && common.Equals(LastTwoLabels(fromDomain), StringComparison.OrdinalIgnoreCase) ? null : false;
    }

    // A single label is a public suffix or invalid; no mail domain is aligned with it.
    private static bool IsWithin(string lower, string upper) => lower.Equals(upper, StringComparison.OrdinalIgnoreCase)
        || (upper.Contains('.', StringComparison.Ordinal) && lower.EndsWith("." + upper, StringComparison.OrdinalIgnoreCase));

    private static string? LastTwoLabels(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length < 2 ? null : $"{labels[^2]}.{labels[^1]}";
    }
}
