using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Input;

/// <summary>Parses <c>FIELD=VALUE</c> arguments to assignments and collects errors in their form.</summary>
internal sealed class FieldArguments : IDisposable
{
    private readonly SettingBlock _block;
    private readonly List<Assignment> _assignments = [];
    private readonly List<Finding> _faults = [];
    private SecretText? _secret;

    private FieldArguments(SettingBlock block) => _block = block;

    /// <summary>The assignments.</summary>
    public IReadOnlyList<Assignment> Assignments => _assignments;

    /// <summary>Creates the argument for the fields of a block.</summary>
    public static Argument<string[]> Argument(SettingBlock block) => new Argument<string[]>("FIELD=VALUE")
    {
        Description = $"Fields and their new values; FIELD= clears. Fields: {string.Join(", ", block.Fields.Where(field => !field.IsFixed && !field.IsSecret).Select(field => field.JsonName))}.",
        Arity = ArgumentArity.ZeroOrMore,
    }.Assignments(block);

    /// <summary>Parses the arguments.</summary>
    /// <param name="block">The block of the fields.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="secretField">The secret field on standard input; null for none.</param>
    public static FieldArguments Read(SettingBlock block, IReadOnlyList<string> arguments, string? secretField)
    {
        var fields = new FieldArguments(block);
        // With a secret on standard input, or a misspelt option, a stray word may be the secret.
        var isShown = secretField is null && !arguments.Any(argument => argument.StartsWith('-'));
        foreach (var argument in arguments) fields.Read(argument, isShown);
        if (secretField is null && arguments.Count == 0) fields._faults.Add(CommandLineErrors.NothingToSet.At(block.Path, limit: block.FieldNames));
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

    private void Read(string argument, bool isShown)
    {
        var at = argument.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
        {
            _faults.Add(CommandLineErrors.FieldWithoutValue.At(_block.Path, isShown || argument.StartsWith('-') ? argument : "…"));
            return;
        }
        var (name, value) = (argument[..at], argument[(at + 1)..]);
        if (_block.Find(name) is { IsSecret: true } field && value.Length > 0)
            _faults.Add(CommandLineErrors.SecretAsArgument.At($"{_block.Path}.{field.JsonName}", detail: field.JsonName));
        else
            _assignments.Add(new Assignment(name, value));
    }
}
