using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet whose parameters are fields of a block: what was bound is what the change names.</summary>
public abstract class FieldsCmdlet : EmailSettingsCmdlet
{
    private readonly List<IDisposable> _secrets = [];

    /// <summary>Writes the object as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>The parameter of a field; only Host has another name, since a cmdlet has a Host of its own.</summary>
    internal static string ParameterOf(string field) => field == "Host" ? "MailHost" : field;

    /// <summary>The fields of a block that were given, null among the values: absent, null and empty are three things.</summary>
    private protected List<Assignment> BoundFields(SettingBlock block)
    {
        var assignments = new List<Assignment>();
        foreach (var field in block.Fields)
        {
            if (MyInvocation.BoundParameters.TryGetValue(ParameterOf(field.Name), out var value))
                assignments.Add(new Assignment(field.Name, Plain(value)));
        }
        return assignments;
    }

    /// <summary>A secret for the time of the change.</summary>
    private protected SecretText SecretFor(SecureString text)
    {
        var secret = SecretText.FromSecureString(text);
        _secrets.Add(secret);
        return secret;
    }

    /// <summary>Makes a change, and says whether there is something new to show.</summary>
    private protected bool Apply(string target, params ReadOnlySpan<ChangeStep> steps)
    {
        try
        {
            return !Session.Settings.Apply(new SettingsChange(target, steps.ToArray()), OperationHost).WhatIf;
        }
        finally
        {
            ForgetSecrets();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        ForgetSecrets();
        base.Dispose(disposing);
    }

    private object? Plain(object? value) => value switch
    {
        SecureString text => SecretFor(text),
        // What a job or a remote session sent back: a date stands as its parts, any other thing as its text.
        PSObject { BaseObject: PSCustomObject } sent => sent.Properties["DayNumber"]?.Value is int day ? DateOnly.FromDayNumber(day) : sent.ToString(),
        PSObject wrapped => wrapped.BaseObject,
        _ => value,
    };

    private void ForgetSecrets()
    {
        foreach (var secret in _secrets) secret.Dispose();
        _secrets.Clear();
    }
}
