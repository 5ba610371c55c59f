using System.Globalization;
using EmailSettings.Mail.Transcripts;

namespace EmailSettings.Mail.Tls;

/// <summary>What asking for the revocation state of a chain came to.</summary>
/// <param name="State">The state.</param>
/// <param name="Source">Where it is known from, or why it is not.</param>
internal sealed record RevocationAnswer(RevocationState State, RevocationSource Source)
{
    /// <summary>A line for the transcript: what was asked, and what came of it.</summary>
    /// <param name="addresses">The addresses that the chain names.</param>
    /// <param name="limit">How long they were waited for.</param>
    public string Describe(IReadOnlyCollection<string> addresses, TimeSpan limit)
    {
        var named = ForeignText.Show(addresses);
        return Source switch
        {
            RevocationSource.Kept => $"Looked into what {named} said earlier, whether the certificate was revoked: {Outcome}",
            RevocationSource.Asked => $"Asked {named} whether the certificate was revoked: {Outcome}",
            RevocationSource.NotAskable => $"Asked nobody whether the certificate was revoked: none of {named} is an HTTP address",
            RevocationSource.Unreachable => $"Asked {named} whether the certificate was revoked: no answer",
            _ => string.Create(CultureInfo.InvariantCulture, $"Asked {named} whether the certificate was revoked: no answer within {limit.TotalSeconds:0.#} s"),
        };
    }

    private string Outcome => State switch
    {
        RevocationState.Good => "not revoked",
        RevocationState.Revoked => "revoked",
        RevocationState.NoneNamed => "the certificate itself names no address",
        _ => "no usable answer",
    };
}
