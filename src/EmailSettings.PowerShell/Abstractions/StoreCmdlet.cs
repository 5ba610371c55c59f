using System.Management.Automation;
using System.Reflection;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>A cmdlet that works with a store: the one of its runspace, or the one that the call names.</summary>
public abstract class StoreCmdlet : EmailSettingsCmdlet
{
    private EmailSettingsSession? _named;

    /// <summary>The file of the store to work with, instead of the one that this runspace is connected to.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Store { get; set; }

    /// <summary>The store that the cmdlet works with.</summary>
    private protected EmailSettingsSession Session => Store is null ? RunspaceSession.Current.Session : _named ??= Open(FilePath(Store));

    /// <inheritdoc/>
    private protected override Action? ReadAhead()
    {
        // Found by the runspace, which other threads do not have.
        var current = RunspaceSession.Current;
        if (Store is null) return () => current.Session.ReadAhead();
        try
        {
            return Session.ReadAhead;
        }
        catch (EmailSettingsException)
        {
            // Told where the cmdlet asks for it.
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
        // A change makes the store; whatever only reads would show the defaults, as if they were what is stored.
        var isChange = GetType().GetCustomAttribute<CmdletAttribute>() is { SupportsShouldProcess: true };
        if (!isChange && !File.Exists(file)) OperationHost.Warn(StoreErrors.StoreNotThere.At(value: file));
        return RunspaceSession.Current.OpenOther(file);
    }
}
