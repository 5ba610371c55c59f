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

/// <summary>One run of the program: the parsed arguments, the session, and the output.</summary>
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

    /// <summary>The session with the store that the arguments specify; opened on first use.</summary>
    public EmailSettingsSession Session => _session ??= Open(StoreFile(Parsed.GetValue(GlobalOptions.Store)));

    /// <summary>Runs a command and converts every outcome to an exit code.</summary>
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
            call.Refuse([e.Faults[0] with { Limit = $" Already done: {done}." }]);
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
#pragma warning disable CA1031 // The last resort: this is a bug, reported without its message, which may contain values.
        catch (Exception e)
#pragma warning restore CA1031
        {
            call.Refuse([InternalFault.Of(e)]);
            return ExitCode.InternalFault;
        }
    }

    /// <summary>Shows the answer as a page or as one JSON document.</summary>
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
    /// Shows a part of the answer at once, after an empty line if it is not the first; JSON waits until it is complete.
    /// </summary>
    public void ShowPage(Func<Page> page)
    {
        if (!_isJson) WritePage(page());
    }

    /// <summary>Whether the output is JSON.</summary>
    public bool IsJson => _isJson;

    /// <summary>Rejects JSON for a command whose output is the text itself.</summary>
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

    private EmailSettingsSession Open(string? named)
    {
        // A change creates the store; a command that only reads would show the defaults as if they were stored.
        var isChange = Parsed.CommandResult.Command.Options.Contains(GlobalOptions.WhatIf);
        if (named is not null && !isChange && !Path.Exists(named)) Host.Warn(StoreErrors.StoreNotThere.At(value: named));
        return EmailSettingsSession.Open("cli", new SqliteStoreFactory(), named);
    }

    // A URL is not a file name; used as one, it would create a folder of that name.
    private static string? StoreFile(string? named)
    {
        var location = named ?? StorePath.Default;
        return location.Split("://") is [var scheme, _, ..]
            ? throw StoreErrors.StorePathInvalid.Error("store", $"{scheme}://…", detail: "it is a URL, and settings are stored in a file")
            : named;
    }
}
