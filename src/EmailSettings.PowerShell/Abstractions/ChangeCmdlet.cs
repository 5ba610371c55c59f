using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that makes a change to the settings.</summary>
public abstract class ChangeCmdlet : StoreCmdlet
{
    private readonly List<IDisposable> _secrets = [];

    /// <summary>Writes the object as it is after the change; with -WhatIf the change that would be made.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>A secret for the time of the change.</summary>
    private protected SecretText SecretFor(SecureString text)
    {
        var secret = SecretText.FromSecureString(text);
        _secrets.Add(secret);
        return secret;
    }

    /// <summary>Makes a change, and says whether there is something new to show.</summary>
    private protected bool Apply(string target, params ReadOnlySpan<ChangeStep> steps) => Apply(target, [], steps);

    /// <summary>Makes a change, or refuses it with the faults that the values have already and all that it has itself.</summary>
    private protected bool Apply(string target, IReadOnlyList<Finding> faults, params ReadOnlySpan<ChangeStep> steps)
    {
        try
        {
            return IsMade(Session.Settings.Apply(new SettingsChange(target, steps.ToArray()) { Faults = faults }, OperationHost));
        }
        finally
        {
            ForgetSecrets();
        }
    }

    /// <summary>Says whether a change was made, and writes one that was only tried.</summary>
    private protected bool IsMade(ChangeResult result)
    {
        if (PassThru && IsTried)
        {
            // A job sends it back whole only where its type data are there.
            RunspaceSession.Current.LoadViews(ofSettingsAlone: false);
            WriteObject(result);
        }
        return !result.WhatIf;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        ForgetSecrets();
        base.Dispose(disposing);
    }

    private void ForgetSecrets()
    {
        foreach (var secret in _secrets) secret.Dispose();
        _secrets.Clear();
    }
}
