using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
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
    private const string SettingViews = "EmailSettings.Settings.Format.ps1xml";
    private const string OtherViews = "EmailSettings.Format.ps1xml";

    private static readonly ConditionalWeakTable<Runspace, RunspaceSession> ByRunspace = [];

    private static readonly SqliteStoreFactory Stores = new();

    private EmailSettingsSession? _session;
    private Actor? _caller;
    private bool _hasSettingViews;
    private bool _hasAllViews;
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

    // One a runspace: a session belongs to one caller.
    private Actor Caller => _caller ??= RemoteCaller.Find(Variable("Host")?.Value as PSHost, () => Variable(RemoteCaller.Variable), Front) ?? Actor.Current(Front);

    /// <summary>Opens another store than the runspace's; on first use, so that nothing is touched here.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>: a delegate keeps to the store of the
    /// endpoint.</exception>
    public EmailSettingsSession OpenOther(string location)
    {
        if (Caller.IsDelegated) Session.Rights.RequireOtherStore();
        return Open(location);
    }

    /// <summary>The file that a path names, for those who have no cmdlet to ask.</summary>
    public static string FilePath(string path) =>
        Variable("ExecutionContext")?.Value is EngineIntrinsics engine ? engine.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path) : Path.GetFullPath(path);

    /// <summary>Learns from a cmdlet who works in this runspace: to ask for it later takes a pipeline of its own.</summary>
    public void LearnCaller(PSCmdlet cmdlet) =>
        _caller ??= RemoteCaller.Find(cmdlet.Host, () => cmdlet.SessionState.PSVariable.Get($"global:{RemoteCaller.Variable}"), Front) ?? Actor.Current(Front);

    /// <summary>
    /// Loads the views that a cmdlet's output asks for, with the first cmdlet of a runspace instead of with the import: they
    /// bring the XML reader along, which is half of the time and of the memory that the import would take.
    /// </summary>
    /// <param name="ofSettingsAlone">The cmdlet writes settings and changes of them alone, which need no type data
    /// either.</param>
    /// <param name="meanwhile">
    /// Gives what another thread is to do in the meantime, which takes as long: opening the store. Asked where there are views to
    /// load; what it throws is left to the cmdlet, which meets the same. </param>
    public void LoadViews(bool ofSettingsAlone, Func<Action?>? meanwhile = null)
    {
        List<string> files = [];
        if (!_hasSettingViews) files.Add(SettingViews);
        if (!_hasAllViews && !ofSettingsAlone) files.Add(OtherViews);
        if (files.Count == 0) return;
        var other = meanwhile?.Invoke() is { } work ? Task.Run(work) : Task.CompletedTask;
        _hasSettingViews = true;
        if (!ofSettingsAlone)
        {
            _hasAllViews = true;
            Update("TypeData", "TypeData", TypeTable.Entries);
        }
        Update("FormatData", "AppendPath", files.ConvertAll(file => Path.Combine(DataFolder(), file)).ToArray());
        Task.WaitAny(other);
    }

    /// <summary>Works with another store from now on.</summary>
    /// <exception cref="EmailSettingsException">The place or the file cannot be a store; the runspace keeps the one it
    /// has.</exception>
    public StoreDescription Connect(string location)
    {
        var session = OpenOther(location);
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

    // Two or three folders up: native code lies in a folder of its platform.
    private static string DataFolder()
    {
        var folder = Path.GetDirectoryName(typeof(RunspaceSession).Assembly.Location)!;
        while (!Directory.Exists(Path.Combine(folder, "module"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The module's folder with its views is missing.");
        return Path.Combine(folder, "module");
    }

    private EmailSettingsSession Open(string location) => EmailSettingsSession.Open(Caller, Stores, location);

    private static PSVariable? Variable(string name) =>
        Run<PSVariable>("Get-Variable", ("Name", name), ("Scope", "Global"), ("ErrorAction", ActionPreference.Ignore));

    // Both ask and try out like any change, which the caller's preferences are not meant for.
    private static void Update(string what, string parameter, object value) =>
        Run<PSObject>($"Update-{what}", (parameter, value), ("WhatIf", false), ("Confirm", false), ("ErrorAction", ActionPreference.Stop));

    // By its type: to find it by name would load the whole utility module first.
    private static T? Run<T>(string name, params ReadOnlySpan<(string Name, object Value)> arguments)
        where T : class
    {
        if (Type.GetType($"Microsoft.PowerShell.Commands.{name.Replace("-", "", StringComparison.Ordinal)}Command, Microsoft.PowerShell.Commands.Utility") is not { } implementation) return null;
        using var shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(new CmdletInfo(name, implementation));
        foreach (var (parameter, value) in arguments) shell.AddParameter(parameter, value);
        return shell.Invoke() is [{ BaseObject: T result }, ..] ? result : null;
    }
}
