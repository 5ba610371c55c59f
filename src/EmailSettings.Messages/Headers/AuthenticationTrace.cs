using System.Text;
using MimeKit.Cryptography;

namespace EmailSettings.Messages.Headers;

/// <summary>
/// Reads the receiver's results for SPF, DKIM and DMARC (Authentication-Results, RFC 8601). Anyone can add such a field, so only
/// those of the specified server count.
/// </summary>
public static class AuthenticationTrace
{
    /// <summary>Reads the verdicts of one server.</summary>
    /// <param name="fields">The fields in header order, newest first.</param>
    /// <param name="server">The authserv-id of the receiving server; null for that of the topmost field, written by the last
    /// server.</param>
    /// <param name="fromDomain">The domain of From, for alignment; null if there is none.</param>
    /// <returns>The server whose fields were read, null if there are none, and its verdicts.</returns>
    public static (string? Server, IReadOnlyList<AuthenticationVerdict> Verdicts) Read(IReadOnlyList<string> fields, string? server, string? fromDomain)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var verdicts = new List<AuthenticationVerdict>();
        foreach (var field in fields)
        {
            if (!AuthenticationResults.TryParse(Encoding.UTF8.GetBytes(field), out var results) || results.AuthenticationServiceIdentifier is not { Length: > 0 } id)
                continue;
            server ??= id;
            if (id.Equals(server, StringComparison.OrdinalIgnoreCase))
                verdicts.AddRange(results.Results.Select(result => Verdict(result, fromDomain)));
        }

        return verdicts.Count == 0 && server is null ? (null, []) : (server, verdicts);
    }

    private static AuthenticationVerdict Verdict(AuthenticationMethodResult result, string? fromDomain)
    {
        var method = result.Method.ToLowerInvariant();
        var domain = method switch
        {
            "spf" => DomainOf(Property(result, "smtp", "mailfrom") ?? Property(result, "smtp", "helo")),
            "dkim" => DomainOf(Property(result, "header", "d") ?? Property(result, "header", "i")),
            "dmarc" => DomainOf(Property(result, "header", "from")),
            _ => null,
        };
        return new AuthenticationVerdict(method, result.Result.ToLowerInvariant(), domain, result.Reason,
            domain is null || fromDomain is null ? null : DomainAlignment.IsAligned(domain, fromDomain));
    }

    private static string? Property(AuthenticationMethodResult result, string type, string name) => result.Properties
        .FirstOrDefault(property => property.PropertyType.Equals(type, StringComparison.OrdinalIgnoreCase) && property.Property.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    // smtp.mailfrom is an address or a domain; header.i starts with @ if it has no local part.
    private static string? DomainOf(string? address) =>
        string.IsNullOrWhiteSpace(address) ? null : address[(address.LastIndexOf('@') + 1)..].Trim('<', '>', ' ', '"').ToLowerInvariant();
}
