using System.CommandLine;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Changes;
using EmailSettings.Core.Findings;
using EmailSettings.Core.Operations;
using EmailSettings.Core.Presentation;
using EmailSettings.Core.Presentation.Views;
using EmailSettings.Core.Storage;
using EmailSettings.Core.Storage.Sqlite;

namespace EmailSettings.Cli;

/// <summary>One run of the program: the parsed arguments, the session they ask for, and where the answer goes.</summary>
internal sealed class Call : IDisposable
{
    private readonly bool _isJson;
    private readonly bool _isColored;
    private readonly Interruption _interruption = new();
    private EmailSettingsSession? _session;
    private bool _hasShown;

    private Call(ParseResult parsed, bool isJson, ErrorOutput errors)
    {
        Parsed = parsed;
        _isJson = isJson;
        _isColored = TerminalColor.IsWanted(parsed) && !Console.IsOutputRedirected;
        Errors = errors;
        Host = new CommandLineHost(errors, _interruption, parsed.GetResult(GlobalOptions.WhatIf) is { Implicit: false }, parsed.GetResult(GlobalOptions.Verbose) is { Implicit: false }, holdsWarnings: isJson);
    }

    public ParseResult Parsed { get; }

    public ErrorOutput Errors { get; }

    public CommandLineHost Host { get; }

    /// <summary>The session over the store that the arguments name; nothing is opened before it is used.</summary>
    public EmailSettingsSession Session => _session ??= EmailSettingsSession.Open("cli", new SqliteStoreFactory(), StoreFile(Parsed.GetValue(GlobalOptions.Store)));

    /// <summary>Runs a command and turns every way it can end into an exit code.</summary>
    public static int Run(ParseResult parsed, Func<Call, int> work)
    {
        var isJson = GlobalOptions.AsksForJson(parsed);
        var errors = new ErrorOutput(isColored: TerminalColor.IsWanted(parsed) && !Console.IsErrorRedirected);
        using var call = new Call(parsed, isJson, errors);
        try
        {
            var code = work(call);
            call.Host.ReleaseWarnings();
            return code;
        }
        catch (EmailSettingsException e) when (e.Code == CommandLineErrors.OutputNotWritable && call.Host.Done is { } done)
        {
            call.Refuse([e.Faults[0] with { Limit = $" Done before that all the same: {done}." }]);
            return ExitCode.Of(e.Faults);
        }
        catch (EmailSettingsException e)
        {
            call.Refuse(e.Faults);
            return ExitCode.Of(e.Faults);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last resort: whatever comes here is a bug, and is reported without its message, which may hold values.
        catch (Exception e)
#pragma warning restore CA1031
        {
            call.Refuse([InternalFault.Of(e)]);
            return ExitCode.InternalFault;
        }
    }

    /// <summary>Shows the answer: a page for people, or one JSON document.</summary>
    public int Show(View view, int code = ExitCode.Done)
    {
        if (_isJson)
        {
            StandardStreams.WriteJson(toError: false, view.Content);
            return code;
        }
        WritePage(view.Page());
        return code;
    }

    /// <summary>Shows what a change did.</summary>
    public int Show(ChangeResult result) => Show(ChangeViews.Of(result, Front.CommandLine));

    /// <summary>
    /// Shows a part of the answer at once; JSON waits until it is whole. An empty line keeps it from the part before.
    /// </summary>
    public void ShowPage(Func<Page> page)
    {
        if (!_isJson) WritePage(page());
    }

    /// <summary>One JSON document is wanted.</summary>
    public bool IsJson => _isJson;

    /// <summary>Refuses JSON for a command that writes the text itself.</summary>
    public void RefuseJson()
    {
        if (_isJson) throw CommandLineErrors.OutputNotJson.Error(UsageFaults.PathOf(Parsed));
    }

    public void Dispose()
    {
        _session?.Dispose();
        _interruption.Dispose();
    }

    private void WritePage(Page page)
    {
        var text = TextPage.Render(page, PageWidth.OfOutput(), _isColored);
        if (text.Length == 0) return;
        StandardStreams.Output.Write(_hasShown ? $"\n{text}" : text);
        StandardStreams.Output.Flush();
        _hasShown = true;
    }

    private void Refuse(IReadOnlyList<Finding> faults)
    {
        if (_isJson)
        {
            StandardStreams.WriteJson(toError: true, FindingViews.Refusal(faults, Host.HeldWarnings, Front.CommandLine));
            return;
        }
        foreach (var fault in faults) Errors.WriteError(fault);
    }

    // An address is no file name; taken for one, it would leave a folder of that name behind.
    private static string? StoreFile(string? named)
    {
        var location = named ?? StorePath.Default;
        return location.Split("://") is [var scheme, _, ..]
            ? throw StoreErrors.StorePathInvalid.Error("store", $"{scheme}://…", detail: "it is an address, and settings are kept in a file")
            : named;
    }
}
