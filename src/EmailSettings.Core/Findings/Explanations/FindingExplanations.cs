namespace EmailSettings.Core.Findings.Explanations;

/// <summary>The explanations of every id that reports and error messages show.</summary>
public static class FindingExplanations
{
    private static readonly Dictionary<string, FindingExplanation> ById = Explain().ToDictionary(one => one.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FindingExplanation> All { get; } = [.. ById.Values];

    /// <summary>The explanation of an id, in whatever case; null for one that is not known.</summary>
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

    // Errors name what was given, so that their cause says the most of it.
    private static string Meaning(FindingKind kind) => kind switch
    {
        FindingKind.Warning => "It is allowed, and deserves attention all the same; nothing was refused because of it.",
        FindingKind.InvalidInput => "What was given is not allowed there; nothing was changed.",
        FindingKind.AlreadyExists => "Something of that name is there already; nothing was changed.",
        FindingKind.NotFound => "What was named is not there.",
        FindingKind.NotAllowed => "The account may not do that, or the block is locked.",
        FindingKind.Secret => "The certificate or a secret is missing, cannot be used or was altered.",
        FindingKind.Store => "The file of the settings cannot be opened, read or written.",
        FindingKind.Output => "The work itself is not what failed: its answer could not be written.",
        FindingKind.Conflict => "Somebody else changed the same settings meanwhile; nothing was overwritten.",
        FindingKind.Server => "A server that was tested does not do what it should.",
        _ => "A fault of EmailSettings itself, which should be reported.",
    };

    private static string WithoutPlaces(string text) => text.Replace("{value}", "…", StringComparison.Ordinal).Replace("{detail}", "…", StringComparison.Ordinal)
        .Replace("{limit}", "…", StringComparison.Ordinal).Replace("{field}", "…", StringComparison.Ordinal);
}
