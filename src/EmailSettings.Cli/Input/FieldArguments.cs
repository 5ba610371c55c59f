using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Input;

/// <summary><c>FIELD=VALUE</c> arguments as assignments, with what is wrong about their form.</summary>
internal sealed class FieldArguments : IDisposable
{
    private readonly SettingBlock _block;
    private readonly List<Assignment> _assignments = [];
    private readonly List<Finding> _faults = [];
    private SecretText? _secret;

    private FieldArguments(SettingBlock block) => _block = block;

    /// <summary>The assignments; a secret among them lives until this is disposed.</summary>
    public IReadOnlyList<Assignment> Assignments => _assignments;

    /// <summary>What is wrong with the arguments; goes into the change, which reports all faults at once.</summary>
    public IReadOnlyList<Finding> Faults => _faults;

    /// <summary>The argument that takes the fields of a block.</summary>
    public static Argument<string[]> Argument(SettingBlock block) => new Argument<string[]>("FIELD=VALUE")
    {
        Description = $"Fields and their new values; FIELD= clears. Fields: {string.Join(", ", block.Fields.Where(field => !field.IsFixed && !field.IsSecret).Select(field => field.JsonName))}.",
        Arity = ArgumentArity.ZeroOrMore,
    }.Assignments(block);

    /// <summary>Reads the arguments, and the secret from standard input where it was asked for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="block">The block whose fields are named.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="secretField">The secret field that comes on standard input; null for none.</param>
    public static FieldArguments Read(Call call, SettingBlock block, IReadOnlyList<string> arguments, string? secretField)
    {
        var fields = new FieldArguments(block);
        // Beside a secret on standard input, or a misspelt option, a stray word may be the secret.
        var isShown = secretField is null && !arguments.Any(argument => argument.StartsWith('-'));
        foreach (var argument in arguments) fields.Read(argument, isShown);
        if (secretField is null && arguments.Count == 0) fields._faults.Add(CommandLineErrors.NothingToSet.At(block.Path, limit: block.FieldNames));
        if (secretField is not null && fields._faults.Count == 0)
        {
            fields._secret = StandardInput.ReadSecret(call, block.Find(secretField)!.JsonName);
            fields._assignments.Add(new Assignment(secretField, fields._secret));
        }
        return fields;
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
