using System.IO.Enumeration;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>A product that intercepts TLS connections, and how to recognize its issuer.</summary>
/// <param name="Name">The product name known to administrators.</param>
/// <param name="Marker">An attribute of the issuer, <c>CN=</c> or <c>O=</c> with its whole value; <c>*</c> matches any
/// characters.</param>
/// <param name="Sample">An issuer from the source.</param>
/// <param name="Source">The source document.</param>
internal sealed record InspectionProduct(string Name, string Marker, string Sample, string Source)
{
    /// <summary>Returns whether the product issued a certificate.</summary>
    /// <param name="issuer">The issuer's distinguished name in .NET format: attributes separated by commas, values containing
    /// commas quoted.</param>
    public bool Issued(string issuer)
    {
        for (var start = 0; start < issuer.Length;)
        {
            var end = EndOfAttribute(issuer, start);
            if (FileSystemName.MatchesSimpleExpression(Marker, issuer[start..end].Replace("\"", "", StringComparison.Ordinal).Trim())) return true;
            start = end + 1;
        }
        return false;
    }

    private static int EndOfAttribute(string issuer, int start)
    {
        var isQuoted = false;
        for (var i = start; i < issuer.Length; i++)
        {
            if (issuer[i] == '"') isQuoted = !isQuoted;
            else if (issuer[i] is ',' or '+' && !isQuoted) return i;
        }
        return issuer.Length;
    }
}
