using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.Core.Storage;

namespace EmailSettings.Core.Changes;

/// <summary>Gives fields of a block new values, by the table of fields.</summary>
/// <typeparam name="TBlock">The record of the block.</typeparam>
/// <param name="draft">The state under change.</param>
/// <param name="block">The table of the block.</param>
/// <param name="target">The block under change.</param>
/// <param name="secretOf">Where a secret field is kept, and its purpose.</param>
internal sealed class FieldAssigner<TBlock>(
    ChangeDraft draft, SettingBlock<TBlock> block, BlockDraft<TBlock> target, Func<SettingField, (SecretKey Key, SecretPurpose Purpose)>? secretOf = null)
{
    public void Assign(ChangeStep step, IReadOnlyList<Assignment> assignments)
    {
        target.At = step.At ?? target.Path;
        target.Line = step.Line;
        target.IsTouched = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var assignment in assignments)
        {
            var line = assignment.Line ?? step.Line;
            if (block.Find(assignment.Field) is not SettingField<TBlock> field)
                draft.Refuse(SettingsErrors.FieldUnknown, target.At, line, assignment.Field, block.FieldNames, NearestName.Hint(assignment.Field, block.FieldNames));
            else if (!seen.Add(field.Name))
                draft.Refuse(SettingsErrors.FieldTwice, $"{target.At}.{field.JsonName}", line);
            else
                Assign(field, assignment.Value, line, step.FromText);
        }
    }

    /// <summary>Puts one field back to the value it has in <paramref name="defaults"/>.</summary>
    public void Reset(SettingField<TBlock> field, TBlock defaults)
    {
        target.IsTouched = true;
        Name(field);
        if (secretOf is not null && field.IsSecret) RemoveSecret(field);
        else target.After = field.With(target.After, Boxed(field.Get(defaults)));
    }

    private void Assign(SettingField<TBlock> field, object? value, int? line, bool fromText)
    {
        var path = $"{target.At}.{field.JsonName}";
        // Only a command line says "clear" with an empty text; everywhere else null does, and empty is a value.
        if (value is null || (fromText && value is ""))
        {
            Clear(field, path, line);
            return;
        }

        var faults = new List<Finding>();
        var typed = field.Type.Read(new FieldReading(path, value, fromText, faults));
        draft.Faults.AddRange(faults.Select(fault => fault with { Line = line }));
        if (typed is null || field.IsFixed) return;

        Name(field);
        target.Named[field.Name] = line;
        if (!field.IsSecret) target.After = field.With(target.After, typed);
        else SetSecret(field, typed, path, line);
    }

    private void Clear(SettingField<TBlock> field, string path, int? line)
    {
        if (!field.Clearable || field.IsFixed)
        {
            draft.Refuse(SettingsErrors.ValueNotClearable, path, line, limit: field.Type.Allowed);
            return;
        }
        Name(field);
        if (field.IsSecret) RemoveSecret(field);
        else target.After = field.With(target.After, null);
    }

    private void Name(SettingField<TBlock> field) => draft.Basis[$"{target.Path}.{field.JsonName}"] =
        field.IsSecret ? draft.Before.Secrets.GetValueOrDefault(secretOf!(field).Key)?.ProtectedText : field.GetPlain(target.Before);

    private void SetSecret(SettingField<TBlock> field, object typed, string path, int? line)
    {
        var (key, purpose) = secretOf!(field);
        draft.Secrets[key] = new SecretEntry(purpose, typed as SecretText, typed as string, path, line);
    }

    private void RemoveSecret(SettingField<TBlock> field)
    {
        var (key, purpose) = secretOf!(field);
        draft.Secrets[key] = new SecretEntry(purpose, null, null, $"{target.Path}.{field.JsonName}");
    }

    private static object? Boxed(object? value) => value is int number ? (long)number : value;
}
