namespace EmailSettings.Core.Findings.Explanations;

/// <summary>The explanations of all ids in reports and error messages.</summary>
public static class FindingExplanations
{
    private static readonly Dictionary<string, FindingExplanation> ById = Explain().ToDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>All explanations.</summary>
    public static IReadOnlyList<FindingExplanation> All { get; } = [.. ById.Values];

    /// <summary>Returns the explanation of an id, ignoring case; null if it is unknown.</summary>
    public static FindingExplanation? Find(string id) => ById.GetValueOrDefault(id.Trim());

    private static IEnumerable<FindingExplanation> Explain()
    {
        var told = SettingsExplanations.All.Concat(ConnectionExplanations.All).Concat(TlsExplanations.All).Concat(TokenExplanations.All)
            .Concat(LoginExplanations.All).Concat(DeliveryExplanations.All).Concat(MessageExplanations.All).ToDictionary(one => one.Id, StringComparer.Ordinal);
        foreach (var code in FindingTable.All)
        {
            var text = told.GetValueOrDefault(code.Id, (code.Id, Meaning(code.Kind), ""));
            yield return new FindingExplanation(code.Id, code.Kind.ToString(), WithoutPlaces(code.Cause), text.Item2, text.Item3.Length == 0 ? null : text.Item3, Steps(code));
        }
    }

    private static List<string> Steps(FindingCode code)
    {
        var steps = new List<string> { WithoutPlaces(code.NextStep) };
        Add("Microsoft 365", code.Microsoft365Step);
        Add("Microsoft 365, with a token", code.Microsoft365TokenStep);
        Add("Gmail", code.GmailStep);
        Add("With a token", code.TokenStep);
        return steps;

        void Add(string where, string? step)
        {
            if (step is not null) steps.Add($"{where}: {WithoutPlaces(step)}");
        }
    }

    // The cause of an error is mostly self-explanatory, since it names the input.
    private static string Meaning(FindingKind kind) => kind switch
    {
        FindingKind.Warning => "This is allowed but deserves attention; nothing was refused because of it.",
        FindingKind.InvalidInput => "The given value or call is not allowed; nothing was changed.",
        FindingKind.AlreadyExists => "Something with that name already exists; nothing was changed.",
        FindingKind.NotFound => "The named thing does not exist.",
        FindingKind.NotAllowed => "The account lacks a right, or the block is locked.",
        FindingKind.Secret => "The certificate or a secret is missing, unusable or altered.",
        FindingKind.Store => "The settings store cannot be opened, read or written.",
        FindingKind.Output => "The operation itself did not fail, but its output could not be written.",
        FindingKind.Conflict => "Someone else changed the same settings meanwhile; nothing was overwritten.",
        FindingKind.Server => "A tested server does not work as it should.",
        _ => "A bug in EmailSettings, which should be reported.",
    };

    private static string WithoutPlaces(string text) => text.Replace("{value}", "…", StringComparison.Ordinal).Replace("{detail}", "…", StringComparison.Ordinal)
        .Replace("{limit}", "…", StringComparison.Ordinal).Replace("{field}", "…", StringComparison.Ordinal);
}
