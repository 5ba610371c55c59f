using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Storage;

namespace EmailSettings.PowerShell;

/// <summary>
/// Which store a runspace works with. Each runspace has its own, found by the runspace and closed with it, so that
/// parallel ones and delegated endpoints do not see each other's.
/// </summary>
internal sealed class RunspaceSession
{
    private static readonly ConditionalWeakTable<Runspace, RunspaceSession> ByRunspace = [];

    private EmailSettingsSession? _session;
    private string? _location;

    private RunspaceSession(Runspace runspace) => runspace.StateChanged += (_, change) =>
    {
        if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken) Close();
    };

    /// <summary>The one of the runspace that runs the cmdlet.</summary>
    public static RunspaceSession Current => ByRunspace.GetValue(Runspace.DefaultRunspace, runspace => new RunspaceSession(runspace));

    /// <summary>True after Connect-EmailSettingsStore, until Disconnect-EmailSettingsStore.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>The connected store, else the default one; another default (the variable was changed) is another store.</summary>
    public EmailSettingsSession Session
    {
        get
        {
            if (_session is not null && (IsConnected || _location == StoreLocation.Default)) return _session;
            Close();
            _location = StoreLocation.Default;
            return _session = EmailSettingsSession.Open(Front, _location);
        }
    }

    /// <summary>Works with another store from now on.</summary>
    /// <exception cref="Core.Errors.EmailSettingsException">The place or the file cannot be a store; the runspace keeps the one it has.</exception>
    public StoreDescription Connect(string location)
    {
        var session = EmailSettingsSession.Open(Front, location);
        try
        {
            var description = session.Store.Describe();
            Close();
            _session = session;
            IsConnected = true;
            return description;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Lets the store go; the next cmdlet works with the default one.</summary>
    public void Close()
    {
        _session?.Dispose();
        _session = null;
        IsConnected = false;
    }

    private const string Front = "powershell";
}
