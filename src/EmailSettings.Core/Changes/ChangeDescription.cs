using System.Globalization;
using System.Text;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Storage;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Core.Changes;

/// <summary>Describes a change for confirmation and afterwards.</summary>
internal static class ChangeDescription
{
    private const int MaxOnOneLine = 3;
    private const string NameField = "].name";

    /// <summary>Returns everything that the change will do, removals first.</summary>
    public static string Action(SettingsChange change, IReadOnlyList<FieldChange> changes)
    {
        if (change.Steps is [ChangeStep.RemoveServer]) return "remove it with its secret";
        if (change.Steps is [ChangeStep.ReplaceSecrets(_, var thumbprint)]) return $"re-encrypt them to certificate {thumbprint}";
        return List(changes);
    }

    /// <summary>Lists all changes, a few on one line, many on separate lines; a removed server is one change.</summary>
    public static string List(IReadOnlyList<FieldChange> changes)
    {
        var removed = changes.Where(change => change.To is null && change.Path.EndsWith(NameField, StringComparison.Ordinal))
            .Select(change => change.Path[..^(NameField.Length - 1)]).ToList();
        var gone = removed.ToHashSet(StringComparer.Ordinal);
        var others = changes.Where(change => change.To is not null || !gone.Contains(ServerOf(change.Path))).ToList();
        var count = removed.Count + others.Count;
        var all = removed.Select(server => $"remove {DisplayText.Escape(server)} with its secret").Concat(others.Select(Describe));
        if (count <= MaxOnOneLine) return string.Join(", ", all);
        var text = new StringBuilder($"make {Quantity.Of(count, "change")}:");
        foreach (var one in all) text.Append("\n  ").Append(one);
        return text.Append('\n').ToString();
    }

    /// <summary>Returns what the change did.</summary>
    public static string Outcome(SettingsChange change, IReadOnlyList<FieldChange> changes) =>
        change.Steps is [ChangeStep.ReplaceSecrets(_, var thumbprint)]
            ? $"Re-encrypted {Quantity.Of(changes.Count, "secret")} to certificate {thumbprint}"
            : $"Changed {change.Target} ({Quantity.Of(changes.Count, "field")})";

    private static string ServerOf(string path) => path[..(path.LastIndexOf("].", StringComparison.Ordinal) + 1)];

    private static string Describe(FieldChange change) => change switch
    {
        { From: null } => $"set {change.Path} to {Show(change, change.To)}",
        { To: null } => $"clear {change.Path}",
        _ => $"change {change.Path} from {Show(change, change.From)} to {Show(change, change.To)}",
    };

    private static string Show(FieldChange change, object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        _ when change.InAscii(value) is { } ascii => $"{Quoted(value)} ({ascii})",
        _ => Quoted(value),
    };

    private static string Quoted(object? value) => $"'{DisplayText.Shorten(Convert.ToString(value, CultureInfo.InvariantCulture), 60)}'";
}
