using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Input;

/// <summary>Parses <c>FIELD=VALUE</c> arguments to assignments and collects errors in their form.</summary>
internal sealed class FieldAssignments : IDisposable
{
    private readonly SettingBlock _block;
    private readonly string _path;
    private readonly List<Assignment> _assignments = [];
    private readonly List<Finding> _faults = [];
    private SecretText? _secret;

    private FieldAssignments(SettingBlock block, string path) => (_block, _path) = (block, path);

    /// <summary>The assignments.</summary>
    public IReadOnlyList<Assignment> Assignments => _assignments;

    /// <summary>Parses the arguments.</summary>
    /// <param name="block">The block of the fields.</param>
    /// <param name="path">The path of the block, or of the incoming server.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="secretField">The secret field on standard input; null for none.</param>
    public static FieldAssignments Read(SettingBlock block, string path, IReadOnlyList<string> arguments, string? secretField)
    {
        var fields = new FieldAssignments(block, path);
        // With a secret on standard input, or a misspelt option, a stray word may be the secret.
        var isShown = secretField is null && !arguments.Any(argument => argument.StartsWith('-'));
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Contains('=', StringComparison.Ordinal)) fields.Assign(arguments[i]);
            // "FIELD VALUE" is one mistake.
            else if (fields.RefuseWithoutValue(arguments[i], isShown) is not null && i + 1 < arguments.Count && fields.IsValue(arguments[i + 1])) i++;
        }
        if (secretField is null && arguments.Count == 0) fields._faults.Add(CommandLineErrors.NothingToSet.At(path, limit: block.FieldNames));
        return fields;
    }

    /// <summary>
    /// Creates the change of a step, with the secret from standard input if requested. The secret is entered only for the target
    /// that the step gives it.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="target">What is changed.</param>
    /// <param name="step">The step with the assignments.</param>
    /// <param name="secret">What the secret is for; null for none.</param>
    public SettingsChange ToChange(Call call, string target, ChangeStep step, SecretPurpose? secret)
    {
        var change = new SettingsChange(target, [step]) { Faults = _faults };
        if (secret is null || _faults.Count > 0) return change;
        var purpose = call.Session.Secrets.WithTarget(secret, change);
        _secret = StandardInput.ReadSecret(call, purpose);
        return change with { Steps = [step, new ChangeStep.SetSecret(purpose, _secret)] };
    }

    /// <summary>Zeroes the secret.</summary>
    public void Dispose() => _secret?.Dispose();

    private void Assign(string argument)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = (argument[..at], argument[(at + 1)..]);
        if (_block.Find(name) is { IsSecret: true } field && value.Length > 0)
            _faults.Add(CommandLineErrors.SecretAsArgument.At($"{_path}.{field.JsonName}", detail: field.JsonName));
        else
            _assignments.Add(new Assignment(name, value));
    }

    // Returns the field that was probably meant.
    private SettingField? RefuseWithoutValue(string argument, bool isShown)
    {
        var known = _block.Find(argument);
        var meant = known ?? _block.FindNearest(argument);
        _faults.Add(CommandLineErrors.FieldWithoutValue.At(
            meant is null ? _path : $"{_path}.{meant.JsonName}", isShown || known is not null || argument.StartsWith('-') ? argument : "…", meant?.JsonName ?? "FIELD"));
        return meant;
    }

    private bool IsValue(string argument) => !argument.Contains('=', StringComparison.Ordinal) && !argument.StartsWith('-') && _block.Find(argument) is null;
}
