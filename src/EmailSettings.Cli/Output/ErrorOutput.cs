using EmailSettings.Core.Findings;
using EmailSettings.Core.Presentation;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Cli.Output;

/// <summary>Standard error: one line per error or warning, and one for its next step.</summary>
internal sealed class ErrorOutput(bool isColored)
{
    private TextWriter? _writer;

    private TextWriter Writer => _writer ??= StandardStreams.Error;

    public void WriteError(Finding fault) => Write(fault, "error", Tone.Bad);

    public void WriteWarning(Finding fault) => Write(fault, "warning", Tone.Doubtful);

    /// <summary>Writes a line unchanged.</summary>
    public void WriteLine(string line) => Writer.WriteLine(line);

    /// <summary>Writes a prompt without a line ending.</summary>
    public void WritePrompt(string text) => Writer.Write(text);

    private void Write(Finding fault, string word, Tone tone) => Writer.Write(
        $"{TerminalColor.Paint(word, tone, isColored)} {fault.Id}: {DisplayText.Escape(fault.Cause)}\nhint: {DisplayText.Escape(fault.CommandLineStep)}\n");
}
