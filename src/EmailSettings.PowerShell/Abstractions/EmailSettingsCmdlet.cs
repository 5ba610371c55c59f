using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Settings.Fields;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>
/// What every cmdlet of the module shares: the session of its runspace, the host that operations speak to, one way from
/// faults to error records, and Ctrl+C. Nothing of the core is touched before a cmdlet runs, so that an import loads none of it.
/// </summary>
public abstract class EmailSettingsCmdlet : PSCmdlet, IDisposable
{
    private const string SettingsNamespace = "EmailSettings.PowerShell.Settings";
    private const string ServersNamespace = "EmailSettings.PowerShell.Servers";

    private readonly CancellationTokenSource _stopping = new();
    private CmdletHost? _host;
    private PipedParameters? _piped;

    /// <summary>Ends on Ctrl+C.</summary>
    internal CancellationToken Cancellation => _stopping.Token;

    /// <summary>What operations ask and tell.</summary>
    private protected virtual IOperationHost OperationHost => _host ??= new CmdletHost(this, call => call());

    /// <summary>The object that was piped in, where the cmdlet takes any.</summary>
    private protected virtual PSObject? Piped => null;

    /// <summary>True where the cmdlet itself says what it cannot use of a piped object.</summary>
    private protected virtual bool JudgesPiped => false;

    /// <summary>What another thread may read before the cmdlet's own work begins; null where there is nothing.</summary>
    private protected virtual Action? ReadAhead() => null;

    /// <summary>Frees what the cmdlet holds.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Work before the first record.</summary>
    private protected virtual void Open()
    {
    }

    /// <summary>Work for each record.</summary>
    private protected abstract void Run();

    /// <summary>Work after the last record.</summary>
    private protected virtual void Close()
    {
    }

    /// <summary>Frees what the cmdlet holds.</summary>
    /// <param name="disposing">Always true: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing) => _stopping.Dispose();

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        RunspaceSession.Current.LearnCaller(this);
        RunspaceSession.Current.LoadViews(WritesSettingsAlone, ReadAhead);
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

    /// <summary>The field that a parameter stands for; null for other parameters.</summary>
    private protected virtual SettingField? FieldOf(string parameter) => null;

    /// <summary>What the call, or the piped object, gives a parameter: absent, null and empty are three things.</summary>
    private protected bool TryGetArgument(string parameter, out object? value) =>
        _piped is null ? MyInvocation.BoundParameters.TryGetValue(parameter, out value) : _piped.TryGet(parameter, out value);

    /// <summary>
    /// True where the change is dangerous only as it was called (ConfirmImpact is fixed for a cmdlet): it is then asked
    /// about as one of high impact would be.
    /// </summary>
    private protected virtual bool IsDangerous => false;

    /// <summary>True where the change was only tried out, with -WhatIf: it was not made, and nobody said no to it.</summary>
    private protected bool IsTried { get; private set; }

    /// <summary>Asks immediately before a change.</summary>
    internal bool Confirm(string target, string action)
    {
        Cancellation.ThrowIfCancellationRequested();
        var question = $"Performing the operation \"{action}\" on target \"{target}\".";
        var isWanted = ShouldProcess(question, question, "Are you sure you want to perform this action?", out var reason);
        IsTried = reason == ShouldProcessReason.WhatIf;
        if (!isWanted) return false;
        // Given -Confirm, or a preference below High, ShouldProcess has asked already or was told not to.
        if (!IsDangerous || MyInvocation.BoundParameters.ContainsKey("Confirm") || Preference<ConfirmImpact>("ConfirmPreference") != ConfirmImpact.High) return true;
        return ShouldContinue(question, "Are you sure you want to perform this action?");
    }

    /// <summary>
    /// True for the cmdlets of the settings and of the servers: they write nothing but settings, and changes of them.
    /// </summary>
    private bool WritesSettingsAlone => GetType().Namespace is SettingsNamespace or ServersNamespace;

    /// <summary>Writes records in the form that scripts work with.</summary>
    private protected void WriteRecords(params ReadOnlySpan<object> records)
    {
        foreach (var record in records) WriteObject(ShownRecords.Of(record));
    }

    /// <summary>Works on one item of a call: its faults are reported, so that the next item can follow.</summary>
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

    /// <summary>
    /// The file that a path names, which need not exist: home, drives and the current location are PowerShell's own.
    /// </summary>
    private protected string FilePath(string path)
    {
        var file = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        return provider.Name == "FileSystem" ? file : throw StoreErrors.FileUnusable.Error("path", path, detail: $"it belongs to the provider {provider.Name}");
    }

    private void ReadPiped()
    {
        if (_piped is null) return;
        _piped.Read(Piped);
        if (!JudgesPiped) _piped.Require(Piped);
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
    /// One error a fault. Where the first one stops the caller, a single error tells all of them; and where the store
    /// itself cannot be used, nothing further can work.
    /// </summary>
    private void Report(EmailSettingsException e)
    {
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
