using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Security;
using System.Text.Json;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Reads a cmdlet's parameters from piped objects. PowerShell drops a property that cannot be converted if another one binds, so
/// each object is read here: a property with the name of a parameter takes effect or is a fault.
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

    /// <summary>Inspects a call; null if the cmdlet accepts no properties.</summary>
    /// <param name="cmdlet">The cmdlet, before its first record.</param>
    /// <param name="fieldOf">Gets the field of a parameter, whose values are validated together with the rest of the
    /// block.</param>
    public static PipedParameters? Of(PSCmdlet cmdlet, Func<string, SettingField?> fieldOf) =>
        new PipedParameters(cmdlet, fieldOf) is { _parameters.Count: > 0 } parameters ? parameters : null;

    /// <summary>Whether the object has a property for one of the parameters, or is itself a value for one.</summary>
    public bool Matches { get; private set; }

    /// <summary>Gets the value of a parameter from the object or the call.</summary>
    public bool TryGet(string parameter, [MaybeNullWhen(true)] out object? value) => _values.TryGetValue(parameter, out value);

    /// <summary>Reads an object, and sets the parameters that the call did not specify.</summary>
    /// <exception cref="EmailSettingsException">The properties that cannot be converted, all of them.</exception>
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

    /// <summary>Requires that the object has what the cmdlet needs.</summary>
    /// <exception cref="EmailSettingsException">It has no property for any parameter, or none for a mandatory one.</exception>
    public void Require(PSObject? piped)
    {
        if (!Matches) throw Unmatched(_cmdlet, piped, _parameters.Select(parameter => parameter.Name));
        List<Finding> missing = [.. _parameters.Where(parameter => parameter.IsMandatory(_cmdlet.ParameterSetName) && !_values.ContainsKey(parameter.Name))
            .Select(parameter => SettingsErrors.ValueRequired.At(FieldName(parameter), limit: $"each piped object a property {parameter.Name}", detail: "in each piped object"))];
        if (missing.Count > 0) throw new EmailSettingsException(missing);
    }

    /// <summary>Creates the error for an unusable object. It shows only the type, because the object may be a secret.</summary>
    public static EmailSettingsException Unmatched(PSCmdlet cmdlet, PSObject? piped, IEnumerable<string> properties) =>
        PipelineErrors.PipedObjectUnmatched.Error(cmdlet.MyInvocation.MyCommand.Name, piped?.BaseObject.GetType().Name ?? "null", string.Join(", ", properties));

    private Finding? Keep(PipedParameter parameter, object? value, bool isRow)
    {
        var type = parameter.Property.PropertyType;
        var field = _fieldOf(parameter.Name);
        if (isRow && value is (null or ""))
        {
            // An empty cell clears an optional field; it never removes a secret.
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
