using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// Which store a runspace works with. Each runspace has its own, found by the runspace and closed with it, so that
/// parallel ones and delegated endpoints do not see each other's.
/// </summary>
internal sealed class RunspaceSession
{
    private const string Front = "powershell";

    private static readonly ConditionalWeakTable<Runspace, RunspaceSession> ByRunspace = [];

    private static readonly SqliteStoreFactory Stores = new();

    // Once a process. Where it fails, opening the store fails in the same way and says so.
    private static readonly Lazy<Task> StoreReady = new(() => Task.Run(Stores.WarmUp));

    private EmailSettingsSession? _session;
    private bool _hasViews;
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
            if (_session is not null && (IsConnected || _location == StorePath.Default)) return _session;
            Close();
            _location = StorePath.Default;
            return _session = Open(_location);
        }
    }

    /// <summary>Opens a store for this front; on first use, so that nothing is touched here.</summary>
    public static EmailSettingsSession Open(string location) => EmailSettingsSession.Open(Front, Stores, location);

    /// <summary>
    /// Loads views and type data with the first cmdlet of a runspace instead of with the import: they bring the XML reader
    /// along, which is half of the time and of the memory that the import would take. Another thread meanwhile loads what
    /// opens a store, which takes as long.
    /// </summary>
    public void LoadViews()
    {
        if (_hasViews) return;
        _hasViews = true;
        _ = StoreReady.Value;
        var folder = Path.Combine(Path.GetDirectoryName(typeof(RunspaceSession).Assembly.Location)!, "..", "module");
        Update("TypeData", "TypeData", TypeTable.Entries);
        Update("FormatData", "AppendPath", Path.Combine(folder, "EmailSettings.Format.ps1xml"));
    }

    /// <summary>Works with another store from now on.</summary>
    /// <exception cref="EmailSettingsException">The place or the file cannot be a store; the runspace keeps the one it has.</exception>
    public StoreDescription Connect(string location)
    {
        var session = Open(location);
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

    // By their types: to find them by name would load the whole utility module first. Both ask and try out like any change,
    // which the caller's preferences are not meant for.
    private static void Update(string what, string parameter, object value)
    {
        if (Type.GetType($"Microsoft.PowerShell.Commands.Update{what}Command, Microsoft.PowerShell.Commands.Utility") is not { } implementation) return;
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(new CmdletInfo($"Update-{what}", implementation)).AddParameter(parameter, value)
            .AddParameter("WhatIf", false).AddParameter("Confirm", false).Invoke();
    }
}
