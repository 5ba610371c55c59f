using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet whose parameters are fields of a block: the bound ones are changed.</summary>
public abstract class FieldsCmdlet : PipedChangeCmdlet
{
    /// <summary>The block of the fields.</summary>
    private protected abstract SettingBlock Block { get; }

    /// <summary>Gets the parameter of a field. Cmdlets already have a Host property, and Secret is a secret of any purpose.</summary>
    internal static string ParameterOf(string field) => field switch
    {
        "Host" => "MailHost",
        "Secret" => "ClientSecret",
        _ => field,
    };

    private protected sealed override SettingField? FieldOf(string parameter) =>
        Block.Find(FieldNameOf(parameter)) is { IsFixed: false } field ? field : null;

    private static string FieldNameOf(string parameter) => parameter switch
    {
        "MailHost" => "Host",
        "ClientSecret" => "Secret",
        _ => parameter,
    };

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
