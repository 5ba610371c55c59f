using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// The store of a runspace. Each runspace has its own, closed with it, so that parallel runspaces and delegated endpoints do not
/// share one.
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
    private ViewSet _loadedViews;
    private string? _location;

    private RunspaceSession(Runspace runspace) => runspace.StateChanged += (_, change) =>
    {
        if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken) Close();
    };

    /// <summary>The session of the current runspace.</summary>
    public static RunspaceSession Current => ByRunspace.GetValue(Runspace.DefaultRunspace, runspace => new RunspaceSession(runspace));

    /// <summary>Whether Connect-EmailSettingsStore is in effect.</summary>
    public bool IsConnected { get; private set; }

    /// <summary>The connected store, else the default one, which changes with the environment variable.</summary>
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

    // Per runspace: a session belongs to one caller.
    private Actor Caller => _caller ??= RemoteCaller.Find(Variable("Host")?.Value as PSHost, () => Variable(RemoteCaller.Variable), Front) ?? Actor.Current(Front);

    /// <summary>Opens a store other than the runspace's, without access before its first use.</summary>
    /// <exception cref="EmailSettingsException"><see cref="AccessErrors.RightMissing"/>: a delegate may use only the store of the
    /// endpoint.</exception>
    public EmailSettingsSession OpenOther(string location)
    {
        if (Caller.IsDelegated) Session.Rights.RequireOtherStore();
        return Open(location);
    }

    /// <summary>Resolves a path to a file where no cmdlet is at hand.</summary>
    public static string FilePath(string path) =>
        Variable("ExecutionContext")?.Value is EngineIntrinsics engine ? engine.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path) : Path.GetFullPath(path);

    /// <summary>Determines the caller through a cmdlet: doing so later would need another pipeline.</summary>
    public void CaptureCaller(PSCmdlet cmdlet) =>
        _caller ??= RemoteCaller.Find(cmdlet.Host, () => cmdlet.SessionState.PSVariable.Get($"global:{RemoteCaller.Variable}"), Front) ?? Actor.Current(Front);

    /// <summary>
    /// Loads the views for a cmdlet's output with the first cmdlet of a runspace that needs them instead of with the import: they
    /// need the XML reader, which would be half of the import's time and memory.
    /// </summary>
    /// <param name="views">The views; those already loaded are not loaded again.</param>
    /// <param name="meanwhile">Gets work for another thread meanwhile, which takes about as long: opening the store. Called only
    /// if there are views to load; its exceptions are ignored, because the cmdlet will hit the same.</param>
    public void LoadViews(ViewSet views, Func<Action?>? meanwhile = null)
    {
        if (views <= _loadedViews) return;
        var other = meanwhile?.Invoke() is { } work ? Task.Run(work) : Task.CompletedTask;
        List<string> files = [];
        if (_loadedViews < ViewSet.Settings) files.Add(SettingViews);
        if (views == ViewSet.All) files.Add(OtherViews);
        _loadedViews = views;
        if (views == ViewSet.All) Update("TypeData", "TypeData", TypeTable.Entries);
        Update("FormatData", "AppendPath", files.ConvertAll(file => Path.Combine(DataFolder(), file)).ToArray());
        Task.WaitAny(other);
    }

    /// <summary>Switches to another store.</summary>
    /// <exception cref="EmailSettingsException">The location or the file cannot be a store; the runspace keeps its current
    /// one.</exception>
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

    /// <summary>Closes the store; the next cmdlet uses the default one.</summary>
    public void Close()
    {
        _session?.Dispose();
        _session = null;
        IsConnected = false;
    }

    // Two or three folders up: native code is in a folder per platform.
    private static string DataFolder()
    {
        var folder = Path.GetDirectoryName(typeof(RunspaceSession).Assembly.Location)!;
        while (!Directory.Exists(Path.Combine(folder, "module"))) folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The module's folder with its views is missing.");
        return Path.Combine(folder, "module");
    }

    private EmailSettingsSession Open(string location) => EmailSettingsSession.Open(Caller, Stores, location);

    private static PSVariable? Variable(string name) =>
        Run("Get-Variable", "-Name $value -Scope Global -ErrorAction Ignore", name) is [{ BaseObject: PSVariable variable }] ? variable : null;

    // These cmdlets support -Confirm and -WhatIf, but the caller's preferences are not meant for them.
    private static void Update(string what, string parameter, object value) =>
        Run($"Update-{what}", $"-{parameter} $value -WhatIf:$false -Confirm:$false -ErrorAction Stop", value);

    // By type: finding the cmdlet by name would first load the whole utility module. As a script: the PowerShell class takes more time
    // and memory, most of it for streams that nothing reads. With variables: binding parameters takes longer.
    private static Collection<PSObject> Run(string name, string arguments, object value) =>
        Type.GetType($"Microsoft.PowerShell.Commands.{name.Replace("-", "", StringComparison.Ordinal)}Command, Microsoft.PowerShell.Commands.Utility") is { } implementation
            ? ScriptBlock.Create($"& $cmdlet {arguments}").InvokeWithContext(null, [new PSVariable("cmdlet", new CmdletInfo(name, implementation)), new PSVariable("value", value)])
            : [];
}
