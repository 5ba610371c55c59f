using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Security;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// What piped objects give the parameters of a cmdlet. PowerShell drops a property that does not convert wherever another one
/// binds, so each object is read here as it came: a property with the name of a parameter arrives or is a fault.
/// </summary>
internal sealed class PipedParameters
{
    private readonly PSCmdlet _cmdlet;
    private readonly Func<string, SettingField?> _fieldOf;
    private readonly IReadOnlyList<PipedParameter> _parameters;
    private readonly Dictionary<string, object?> _values = new(StringComparer.OrdinalIgnoreCase);

    private PipedParameters(PSCmdlet cmdlet, Func<string, SettingField?> fieldOf)
    {
        _cmdlet = cmdlet;
        _fieldOf = fieldOf;
        _parameters = PipedParameter.Of(cmdlet, cmdlet.MyInvocation.BoundParameters.Keys);
    }

    /// <summary>Looks at a call; null where the cmdlet takes no properties.</summary>
    /// <param name="cmdlet">The cmdlet, before its first record.</param>
    /// <param name="fieldOf">The field that a parameter stands for; its values are judged where all of the block's are.</param>
    public static PipedParameters? Of(PSCmdlet cmdlet, Func<string, SettingField?> fieldOf) =>
        new PipedParameters(cmdlet, fieldOf) is { _parameters.Count: > 0 } parameters ? parameters : null;

    /// <summary>True where the object has a property for one of the parameters, or is itself what one of them takes.</summary>
    public bool Matches { get; private set; }

    /// <summary>The value that the object or the call gives a parameter.</summary>
    public bool TryGet(string parameter, [MaybeNullWhen(true)] out object? value) => _values.TryGetValue(parameter, out value);

    /// <summary>Reads an object, and sets the parameters that the call did not give.</summary>
    /// <exception cref="EmailSettingsException">Every property that cannot be read as its parameter.</exception>
    public void Read(PSObject? piped)
    {
        Matches = false;
        _values.Clear();
        var faults = new List<Finding>();
        var isRow = piped is not null && PipedValue.IsRow(piped);
        foreach (var parameter in _parameters)
        {
            if (parameter.IsGiven) _values.Add(parameter.Name, _cmdlet.MyInvocation.BoundParameters[parameter.Name]);
            else parameter.Property.SetValue(_cmdlet, parameter.Default);
            if (piped is null || !parameter.TryFind(piped, out var value)) continue;
            Matches = true;
            if (!parameter.IsGiven && Keep(parameter, PipedValue.Plain(value), isRow) is { } fault) faults.Add(fault);
        }
        if (faults.Count > 0) throw new EmailSettingsException(faults);
    }

    /// <summary>What the object lacks.</summary>
    /// <exception cref="EmailSettingsException">It has nothing for any parameter, or nothing for one that must be
    /// there.</exception>
    public void Require(PSObject? piped)
    {
        if (!Matches) throw Unmatched(_cmdlet, piped, _parameters.Select(parameter => parameter.Name));
        List<Finding> missing = [.. _parameters.Where(parameter => parameter.IsMandatory(_cmdlet.ParameterSetName) && !_values.ContainsKey(parameter.Name))
            .Select(parameter => SettingsErrors.ValueRequired.At(FieldName(parameter), limit: $"each piped object a property {parameter.Name}", detail: "in each piped object"))];
        if (missing.Count > 0) throw new EmailSettingsException(missing);
    }

    /// <summary>Nothing of an object can be used. It is named by its type: it may be a secret.</summary>
    public static EmailSettingsException Unmatched(PSCmdlet cmdlet, PSObject? piped, IEnumerable<string> properties) =>
        PipelineErrors.PipedObjectUnmatched.Error(cmdlet.MyInvocation.MyCommand.Name, piped?.BaseObject.GetType().Name ?? "null", string.Join(", ", properties));

    private Finding? Keep(PipedParameter parameter, object? value, bool isRow)
    {
        var type = parameter.Property.PropertyType;
        var field = _fieldOf(parameter.Name);
        if (isRow && value is (null or ""))
        {
            // A cell that nobody filled in clears what can be cleared; it never removes a secret.
            if (field is { Clearable: true, IsSecret: false }) _values.Add(parameter.Name, null);
            return null;
        }
        if (value is null && field is null) return null;
        if (PipedValue.TryConvert(value, type, out var converted))
        {
            _values.Add(parameter.Name, converted);
            parameter.Property.SetValue(_cmdlet, converted);
            return null;
        }
        if (field is not null)
        {
            _values.Add(parameter.Name, value);
            return null;
        }
        return type == typeof(SecureString) || type == typeof(PSCredential)
            ? SecretErrors.SecretNotSecure.At(FieldName(parameter))
            : SettingsErrors.ValueTypeWrong.At(FieldName(parameter), value, PipedValue.Allowed(type));
    }

    private static string FieldName(PipedParameter parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
}
