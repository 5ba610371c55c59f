using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings.Fields;
using EmailSettings.PowerShell.Views;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// The base of all cmdlets: the session of the runspace, the host for operations, the mapping from faults to error records, and
/// Ctrl+C. It uses nothing of the core before a cmdlet runs, so that the import does not load it.
/// </summary>
public abstract class EmailSettingsCmdlet : PSCmdlet, IDisposable
{
    private const string SettingsNamespace = "EmailSettings.PowerShell.Settings";
    private const string ServersNamespace = "EmailSettings.PowerShell.Servers";

    private readonly CancellationTokenSource _stopping = new();
    private CmdletHost? _host;
    private PipedParameters? _piped;

    /// <summary>Cancelled by Ctrl+C.</summary>
    internal CancellationToken Cancellation => _stopping.Token;

    /// <summary>The host for operations: confirmation, warnings, progress.</summary>
    private protected virtual IOperationHost OperationHost => _host ??= new CmdletHost(this, call => call());

    /// <summary>The piped object, if the cmdlet accepts any.</summary>
    private protected virtual PSObject? Piped => null;

    /// <summary>Whether the cmdlet itself reports piped objects that it cannot use.</summary>
    private protected virtual bool ReportsUnusablePiped => false;

    /// <summary>The views that the output needs. The cmdlets for settings and servers write only settings and changes to them.</summary>
    private protected virtual ViewSet NeededViews => this switch
    {
        IWritesOnRequest { PassThru.IsPresent: false } or IAnswersQuietly { Quiet.IsPresent: true } => ViewSet.None,
        _ when GetType().Namespace is SettingsNamespace or ServersNamespace => ViewSet.Settings,
        _ => ViewSet.All,
    };

    /// <summary>Gets work that another thread may do before the cmdlet's own begins; null for none.</summary>
    private protected virtual Action? ReadAhead() => null;

    /// <summary>Releases the cmdlet's resources.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs before the first record.</summary>
    private protected virtual void Open()
    {
    }

    /// <summary>Runs for each record.</summary>
    private protected abstract void Run();

    /// <summary>Runs after the last record.</summary>
    private protected virtual void Close()
    {
    }

    /// <summary>Releases the cmdlet's resources.</summary>
    /// <param name="disposing">Always true: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing) => _stopping.Dispose();

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        RunspaceSession.Current.CaptureCaller(this);
        RunspaceSession.Current.LoadViews(NeededViews, ReadAhead);
        if (MyInvocation.ExpectingInput || Piped is not null) _piped = PipedParameters.Of(this, FieldOf);
        Guard(Open);
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => Guard(() =>
    {
        ReadPiped();
        Run();
    });

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => Guard(Close);

    /// <inheritdoc/>
    protected sealed override void StopProcessing() => _stopping.Cancel();

    /// <summary>Gets the field that a parameter sets; null for other parameters.</summary>
    private protected virtual SettingField? FieldOf(string parameter) => null;

    /// <summary>
    /// Gets the value of a parameter from the call or the piped object: absent, null and empty are three things.
    /// </summary>
    private protected bool TryGetArgument(string parameter, out object? value) =>
        _piped is null ? MyInvocation.BoundParameters.TryGetValue(parameter, out value) : _piped.TryGet(parameter, out value);

    /// <summary>
    /// Whether the change is dangerous only with these arguments (ConfirmImpact is fixed per cmdlet): it is then confirmed like
    /// one of high impact.
    /// </summary>
    private protected virtual bool IsDangerous => false;

    /// <summary>Whether the change was only simulated with -WhatIf, not declined.</summary>
    private protected bool IsWhatIf { get; private set; }

    /// <summary>Asks for confirmation immediately before a change.</summary>
    internal bool Confirm(string target, string action)
    {
        Cancellation.ThrowIfCancellationRequested();
        var question = $"Performing the operation \"{action}\" on target \"{target}\".";
        var isWanted = ShouldProcess(question, question, "Are you sure you want to perform this action?", out var reason);
        IsWhatIf = reason == ShouldProcessReason.WhatIf;
        if (!isWanted) return false;
        // With -Confirm, or with a preference below High, ShouldProcess has already asked, or must not.
        if (!IsDangerous || MyInvocation.BoundParameters.ContainsKey("Confirm") || Preference<ConfirmImpact>("ConfirmPreference") != ConfirmImpact.High) return true;
        return ShouldContinue(question, "Are you sure you want to perform this action?");
    }

    /// <summary>Writes records in the form for scripts.</summary>
    private protected void WriteRecords(params ReadOnlySpan<object> records)
    {
        foreach (var record in records) WriteObject(ShownRecords.Of(record));
    }

    /// <summary>Processes one item of a call: its faults are reported and the next item follows.</summary>
    private protected void ReportFaults(Action work)
    {
        try
        {
            work();
        }
        catch (EmailSettingsException e)
        {
            Report(e);
        }
    }

    /// <summary>Resolves a path, which need not exist: home, drives and the current location are PowerShell's own.</summary>
    private protected string FilePath(string path)
    {
        var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem" ? file : throw StoreErrors.FileUnusable.Error("path", path, detail: $"it belongs to the provider {provider.Name}");
    }

    private void ReadPiped()
    {
        if (_piped is null) return;
        _piped.Read(Piped);
        if (!ReportsUnusablePiped) _piped.Require(Piped);
    }

    [SuppressMessage("Design", "CA1031", Justification = "No exception may leave a cmdlet raw, whatever it is.")]
    private void Guard(Action work)
    {
        try
        {
            ReportFaults(work);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception e) when (e is not (RuntimeException or IContainsErrorRecord))
        {
            ThrowTerminatingError(FaultRecords.Unexpected(e));
        }
    }

    /// <summary>
    /// Writes one error per fault. If the first one would stop the caller, a single error holds them all; if the store itself is
    /// unusable, the error is terminating.
    /// </summary>
    private void Report(EmailSettingsException e)
    {
        // The exception has findings, which a person may look at.
        RunspaceSession.Current.LoadViews(ViewSet.All);
        if (e.Code.Kind == FindingKind.Store) ThrowTerminatingError(FaultRecords.Of(e));
        if (e.Faults.Count > 1 && StopsAtFirstError)
        {
            WriteError(FaultRecords.Of(e));
            return;
        }
        foreach (var fault in e.Faults) WriteError(FaultRecords.Of(fault, e));
    }

    private bool StopsAtFirstError => MyInvocation.BoundParameters.TryGetValue("ErrorAction", out var bound)
        ? bound is ActionPreference.Stop
        : Preference<ActionPreference>("ErrorActionPreference") == ActionPreference.Stop;

    private T? Preference<T>(string variable)
        where T : struct, Enum => LanguagePrimitives.TryConvertTo<T>(GetVariableValue(variable), out var preference) ? preference : null;
}
