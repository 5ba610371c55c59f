using System.IO.Enumeration;

namespace EmailSettings.Core.ServerTests.Replies;

/// <summary>A product that opens TLS connections on the way, and how its issuer is known.</summary>
/// <param name="Name">The product, as an administrator knows it.</param>
/// <param name="Marker">An attribute of the issuer, <c>CN=</c> or <c>O=</c> with its whole value; <c>*</c> stands for any
/// characters.</param>
/// <param name="Sample">An issuer as the source shows it.</param>
/// <param name="Source">The document that shows it.</param>
internal sealed record InspectionProduct(string Name, string Marker, string Sample, string Source)
{
    /// <summary>The product issued a certificate.</summary>
    /// <param name="issuer">The issuer's distinguished name, as .NET writes it: commas between attributes, quotes around values
    /// that hold some.</param>
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
