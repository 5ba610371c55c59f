using System.Globalization;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Changes;

/// <summary>A change in words: what is asked before it is made, and what is told afterwards.</summary>
internal static class ChangeDescription
{
    private const int ShownFields = 3;

    /// <summary>What the change is going to do.</summary>
    public static string Action(SettingsChange change, IReadOnlyList<FieldChange> changes)
    {
        if (change.Steps is [ChangeStep.RemoveServer]) return "remove it with its secret";
        if (change.Steps is [ChangeStep.ReplaceSecrets(_, var thumbprint)]) return $"re-encrypt them to certificate {thumbprint}";
        var rest = changes.Count > ShownFields ? $" and {Counted.Of(changes.Count - ShownFields, "more field")}" : "";
        return string.Join(", ", changes.Take(ShownFields).Select(Describe)) + rest;
    }

    /// <summary>What the change did.</summary>
    public static string Outcome(SettingsChange change, IReadOnlyList<FieldChange> changes) =>
        change.Steps is [ChangeStep.ReplaceSecrets(_, var thumbprint)]
            ? $"Re-encrypted {Counted.Of(changes.Count, "secret")} to certificate {thumbprint}"
            : $"Changed {change.Target} ({Counted.Of(changes.Count, "field")})";

    private static string Describe(FieldChange change) => change switch
    {
        { From: null } => $"set {change.Path} to {Show(change.To)}",
        { To: null } => $"clear {change.Path}",
        _ => $"change {change.Path} from {Show(change.From)} to {Show(change.To)}",
    };

    private static string Show(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ => $"'{DisplayText.Shorten(Convert.ToString(value, CultureInfo.InvariantCulture), 60)}'",
    };
}
