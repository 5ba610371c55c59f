namespace EmailSettings.Messages.Headers;

/// <summary>Relaxed alignment of DMARC (RFC 7489 section 3.1).</summary>
public static class DomainAlignment
{
    /// <summary>Whether a domain that was authenticated belongs with that of From.</summary>
    /// <param name="domain">The domain that was authenticated.</param>
    /// <param name="fromDomain">The domain of From.</param>
    /// <returns>
    /// True where one is the other or lies below it. Null where they lie beside each other below two common labels, which may be
    /// one organisation's domain or a public suffix such as <c>co.uk</c>: that takes the list of public suffixes to tell.
    /// </returns>
    public static bool? IsAligned(string domain, string fromDomain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(fromDomain);
        if (IsWithin(domain, fromDomain) || IsWithin(fromDomain, domain))
            return true;
        return LastTwoLabels(domain) is { } common && common.Equals(LastTwoLabels(fromDomain), StringComparison.OrdinalIgnoreCase) ? null : false;
    }

    // A single label is a public suffix or nothing at all: no mail domain lies in it as in its organisation.
    private static bool IsWithin(string lower, string upper) => lower.Equals(upper, StringComparison.OrdinalIgnoreCase)
        || (upper.Contains('.', StringComparison.Ordinal) && lower.EndsWith("." + upper, StringComparison.OrdinalIgnoreCase));

    private static string? LastTwoLabels(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length < 2 ? null : $"{labels[^2]}.{labels[^1]}";
    }
}
