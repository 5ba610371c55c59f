using System.Management.Automation;
using System.Security;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that changes the settings.</summary>
public abstract class ChangeCmdlet : StoreCmdlet, IWritesOnRequest
{
    private readonly List<IDisposable> _secrets = [];

    /// <summary>Returns the object after the change; with -WhatIf the change that would be made.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Creates a secret that lives until the change is done.</summary>
    private protected SecretText SecretFor(SecureString text)
    {
        var secret = SecretText.FromSecureString(text);
        _secrets.Add(secret);
        return secret;
    }

    /// <summary>Makes a change; returns whether there is a new state to show.</summary>
    private protected bool Apply(string target, params ReadOnlySpan<ChangeStep> steps) => Apply(target, [], steps);

    /// <summary>Makes a change, or throws the faults already found in its values together with its own.</summary>
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

    /// <summary>Returns whether a change was made, and writes the result of -WhatIf.</summary>
    private protected bool IsMade(ChangeResult result)
    {
        if (PassThru && IsWhatIf)
        {
            // A job returns it complete only if its type data is loaded.
            RunspaceSession.Current.LoadViews(ViewSet.All);
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
