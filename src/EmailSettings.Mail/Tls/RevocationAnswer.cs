using System.Globalization;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail.Tls;

/// <summary>What asking for the revocation state of a chain came to.</summary>
/// <param name="State">The state.</param>
/// <param name="Source">Where it is known from, or why it is not.</param>
internal sealed record RevocationAnswer(RevocationState State, RevocationSource Source)
{
    private const int MostAddresses = 3;
    private const int AddressChars = 200;

    /// <summary>A line for the transcript: what was asked, and what came of it.</summary>
    /// <param name="addresses">The addresses that the chain names.</param>
    /// <param name="limit">How long they were waited for.</param>
    public string Describe(IReadOnlyCollection<string> addresses, TimeSpan limit)
    {
        var named = Named(addresses);
        return Source switch
        {
            RevocationSource.Kept => $"Looked into what {named} said earlier, whether the certificate was revoked: {Outcome}",
            RevocationSource.Asked => $"Asked {named} whether the certificate was revoked: {Outcome}",
            RevocationSource.NotAskable => $"Asked nobody whether the certificate was revoked: none of {named} is an HTTP address",
            RevocationSource.Unreachable => $"Asked {named} whether the certificate was revoked: no answer",
            _ => string.Create(CultureInfo.InvariantCulture, $"Asked {named} whether the certificate was revoked: no answer within {limit.TotalSeconds:0.#} s"),
        };
    }

    private static string Named(IReadOnlyCollection<string> addresses)
    {
        var named = string.Join(", ", addresses.Take(MostAddresses).Select(address => DisplayText.Shorten(address, AddressChars)));
        return addresses.Count <= MostAddresses ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {addresses.Count - MostAddresses} more");
    }

    private string Outcome => State switch
    {
        RevocationState.Good => "not revoked",
        RevocationState.Revoked => "revoked",
        RevocationState.NoneNamed => "the certificate itself names no address",
        _ => "no usable answer",
    };
}
