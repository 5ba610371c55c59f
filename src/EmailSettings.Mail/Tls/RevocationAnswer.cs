using System.Globalization;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Mail.Tls;

/// <summary>The result of a revocation check.</summary>
/// <param name="State">The state.</param>
/// <param name="Source">Where the state comes from, or why it is not known.</param>
internal sealed record RevocationAnswer(RevocationState State, RevocationSource Source)
{
    private const int MaxAddresses = 3;
    private const int AddressChars = 200;

    /// <summary>Gets the transcript line: what was asked and the outcome.</summary>
    /// <param name="addresses">The addresses in the chain.</param>
    /// <param name="limit">The time limit.</param>
    public string Describe(IReadOnlyCollection<string> addresses, TimeSpan limit)
    {
        var named = Named(addresses);
        return Source switch
        {
            RevocationSource.Cache => $"Checked for revocation using the cached answers of {named}: {Outcome}",
            RevocationSource.Online => $"Checked for revocation at {named}: {Outcome}",
            RevocationSource.NoHttpAddress => $"Did not check for revocation: none of {named} is an HTTP address",
            RevocationSource.Unreachable => $"Checked for revocation at {named}: no answer",
            _ => string.Create(CultureInfo.InvariantCulture, $"Checked for revocation at {named}: no answer within {limit.TotalSeconds:0.#} s"),
        };
    }

    private static string Named(IReadOnlyCollection<string> addresses)
    {
        var named = string.Join(", ", addresses.Take(MaxAddresses).Select(address => DisplayText.Shorten(address, AddressChars)));
        return addresses.Count <= MaxAddresses ? named : string.Create(CultureInfo.InvariantCulture, $"{named} and {addresses.Count - MaxAddresses} more");
    }

    private string Outcome => State switch
    {
        RevocationState.Good => "not revoked",
        RevocationState.Revoked => "revoked",
        RevocationState.NoneNamed => "the certificate itself names no address",
        _ => "no usable answer",
    };
}
