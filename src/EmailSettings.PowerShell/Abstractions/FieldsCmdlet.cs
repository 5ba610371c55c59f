using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet whose parameters are fields of a block: the bound ones are changed.</summary>
public abstract class FieldsCmdlet : PipedChangeCmdlet
{
    // A cmdlet has a Host of its own; and a client secret has one name on all cmdlets, while Secret is that of any purpose.
    private static readonly (string Field, string Parameter)[] OtherNames = [("Host", "MailHost"), ("Secret", "ClientSecret")];

    /// <summary>The block of the fields.</summary>
    private protected abstract SettingBlock Block { get; }

    /// <summary>Gets the parameter of a field.</summary>
    internal static string ParameterOf(string field) => OtherNames.FirstOrDefault(name => name.Field == field).Parameter ?? field;

    private protected sealed override SettingField? FieldOf(string parameter) =>
        Block.Find(OtherNames.FirstOrDefault(name => name.Parameter == parameter).Field ?? parameter) is { IsFixed: false } field ? field : null;

    /// <summary>Makes the change that sets the bound fields.</summary>
    private protected bool Apply(string target, Func<IReadOnlyList<Assignment>, ChangeStep> step)
    {
        var faults = new List<Finding>();
        return Apply(target, faults, step(BoundFields(faults)));
    }

    // The bound fields of the block, including null values: absent, null and empty are three things.
    private List<Assignment> BoundFields(List<Finding> faults)
    {
        var assignments = new List<Assignment>();
        foreach (var field in Block.Fields)
        {
            if (!TryGetArgument(ParameterOf(field.Name), out var value)) continue;
            value = PipedValue.Plain(value);
            if (field.Type is DateType && value is string text && PipedValue.ToDate(text, Piped is not null) is { } date) value = date;
            if (!field.IsSecret || value is null) assignments.Add(new Assignment(field.Name, value));
            else if (SecretInputAttribute.Read(value) is { } secret) assignments.Add(new Assignment(field.Name, SecretFor(secret)));
            else faults.Add(SecretErrors.SecretNotSecure.At(field.JsonName));
        }
        return assignments;
    }
}
