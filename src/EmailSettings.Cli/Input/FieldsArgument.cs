using System.CommandLine;
using EmailSettings.Cli.Completion;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.Cli.Input;

/// <summary>The argument of a command that assigns fields of a block.</summary>
internal sealed class FieldsArgument : Argument<string[]>
{
    public FieldsArgument(SettingBlock block)
        : base("FIELD=VALUE")
    {
        Names = [.. block.Fields.Where(field => field is { IsFixed: false, IsSecret: false }).Select(field => field.JsonName)];
        Description = $"Fields and their new values; FIELD= clears. Fields: {string.Join(", ", Names)}.";
        Arity = ArgumentArity.ZeroOrMore;
        this.Assignments(block);
    }

    /// <summary>The names of the fields, without secrets.</summary>
    public IReadOnlyList<string> Names { get; }
}
