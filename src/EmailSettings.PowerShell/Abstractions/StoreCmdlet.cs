using System.Management.Automation;
using System.Reflection;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that uses a store: that of its runspace, or the specified one.</summary>
public abstract class StoreCmdlet : EmailSettingsCmdlet
{
    private EmailSettingsSession? _named;

    /// <summary>The path of the store to use instead of the one this runspace is connected to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <summary>The session with the store.</summary>
    private protected EmailSettingsSession Session => Store is null ? RunspaceSession.Current.Session : _named ??= Open(FilePath(Store));

    /// <inheritdoc/>
    private protected override Action? ReadAhead()
    {
        // Looked up now, because other threads have no runspace.
        var current = RunspaceSession.Current;
        if (Store is null) return () => current.Session.ReadAhead();
        try
        {
            return Session.ReadAhead;
        }
        catch (EmailSettingsException)
        {
            // The cmdlet will hit the same error and report it.
            return null;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _named?.Dispose();
        base.Dispose(disposing);
    }

    private EmailSettingsSession Open(string file)
    {
        // A change creates the store; a cmdlet that only reads would show the defaults as if they were stored.
        var isChange = GetType().GetCustomAttribute<CmdletAttribute>() is { SupportsShouldProcess: true };
        if (!isChange && !File.Exists(file)) OperationHost.Warn(StoreErrors.StoreNotThere.At(value: file));
        return RunspaceSession.Current.OpenOther(file);
    }
}
