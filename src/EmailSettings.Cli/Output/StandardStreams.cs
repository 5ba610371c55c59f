using System.Runtime.Versioning;
using System.Text;
using EmailSettings.Core.Presentation;

namespace EmailSettings.Cli.Output;

/// <summary>
/// Standard output and standard error in the encoding of their readers. On systems other than Windows that is UTF-8. On Windows,
/// a console shows every character; a pipe or a file gets the code page of the console, which PowerShell, cmd and their tools
/// expect. The console's own code page is never changed, because the change would persist for the shell. Failed writes to
/// standard output are <see cref="CommandLineErrors.OutputNotWritable"/>; those to standard error are ignored, so that no work
/// fails because of them.
/// </summary>
internal static class StandardStreams
{
    private const int Utf16 = 1200;

    private static TextWriter? _output;
    private static TextWriter? _error;

    /// <summary>Standard output for text.</summary>
    public static TextWriter Output => _output ??= Open(Console.IsOutputRedirected, OpenOutput, () => Console.Out);

    /// <summary>Standard error for text.</summary>
    public static TextWriter Error => _error ??= InheritedStream.HasError
        ? new BestEffortWriter(OperatingSystem.IsWindows() ? Open(Console.IsErrorRedirected, Console.OpenStandardError, () => Console.Error) : Console.Error)
        : TextWriter.Null;

    /// <summary>Standard output for bytes.</summary>
    public static Stream OpenOutput() => new StandardStream(Console.OpenStandardOutput(), error => throw NotWritable(error));

    /// <summary>Opens standard input.</summary>
    /// <exception cref="Core.Findings.EmailSettingsException"><see cref="CommandLineErrors.InputUnreadable"/>: the shell closed
    /// it.</exception>
    public static Stream OpenInput() => InheritedStream.HasInput
        ? Console.OpenStandardInput()
        : throw CommandLineErrors.InputUnreadable.Error("standard input", detail: "it is closed.");

    /// <summary>Fails before any work if standard output is closed.</summary>
    public static void CheckOutput()
    {
        if (!InheritedStream.HasOutput) throw CommandLineErrors.OutputNotWritable.Error("standard output", detail: "it is closed", limit: " Nothing was done.");
    }

    /// <summary>Writes a JSON document. Redirected on Windows, it is pure ASCII, which is the same in every code page.</summary>
    public static void WriteJson(bool toError, object? content)
    {
        if (!OperatingSystem.IsWindows())
        {
            OutputJson.Write(!toError ? OpenOutput() : InheritedStream.HasError ? new StandardStream(Console.OpenStandardError(), _ => { }) : Stream.Null, content, isAscii: false);
            return;
        }
        using var document = new MemoryStream();
        OutputJson.Write(document, content, isAscii: toError ? Console.IsErrorRedirected : Console.IsOutputRedirected);
        var writer = toError ? Error : Output;
        writer.Write(Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length));
        writer.Flush();
    }

    /// <summary>Writes a settings document unchanged in UTF-8, to be read as a file.</summary>
    public static void WriteDocument(ReadOnlySpan<byte> utf8)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(utf8);
        output.Flush();
    }

    /// <summary>Wraps an encoding so that characters it lacks are replaced with ASCII.</summary>
    internal static Encoding WithAsciiFallback(Encoding encoding)
    {
        if (encoding.CodePage is Utf16 or 65001) return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return CodePagesEncodingProvider.Instance.GetEncoding(encoding.CodePage, new AsciiFallback(), DecoderFallback.ReplacementFallback)
            ?? Encoding.GetEncoding(encoding.CodePage, new AsciiFallback(), DecoderFallback.ReplacementFallback);
    }

    private static TextWriter Open(bool isRedirected, Func<Stream> open, Func<TextWriter> standard)
    {
        if (!OperatingSystem.IsWindows()) return new StreamWriter(open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        return isRedirected ? new StreamWriter(open(), Redirected.Value) { AutoFlush = true } : OpenConsole(standard);
    }

    private static Core.Findings.EmailSettingsException NotWritable(Exception error) =>
        CommandLineErrors.OutputNotWritable.Error("standard output", detail: error.Message.TrimEnd('.'), inner: error);

    // The console's encoding, before OpenConsole changes it.
    private static Lazy<Encoding> Redirected { get; } = new(() => WithAsciiFallback(Console.OutputEncoding));

    // With UTF-16 .NET writes characters, not bytes, and leaves the code page alone.
    [SupportedOSPlatform("windows")]
    private static TextWriter OpenConsole(Func<TextWriter> standard)
    {
        _ = Redirected.Value;
        Console.OutputEncoding = Encoding.Unicode;
        return standard();
    }

    private sealed class AsciiFallback : EncoderFallback
    {
        public override int MaxCharCount => 3;

        public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : EncoderFallbackBuffer
        {
            private string _text = "";
            private int _next;

            public override int Remaining => _text.Length - _next;

            public override bool Fallback(char charUnknown, int index) => Replace(charUnknown switch
            {
                '…' => "...",
                '–' or '—' => "-",
                '→' => "->",
                '‘' or '’' => "'",
                '“' or '”' => "\"",
                _ => "?",
            });

            public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Replace("?");

            public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

            public override bool MovePrevious()
            {
                if (_next == 0) return false;
                _next--;
                return true;
            }

            public override void Reset() => Replace("");

            private bool Replace(string text)
            {
                (_text, _next) = (text, 0);
                return text.Length > 0;
            }
        }
    }
}
