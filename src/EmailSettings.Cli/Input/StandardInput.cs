using System.Text;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Cli.Input;

/// <summary>Reads secrets and protected texts from standard input or a hidden prompt.</summary>
internal static class StandardInput
{
    // The longest protected text has some 90 000 characters; Core rejects anything too long.
    private const int MaxProtectedCharacters = 300_000;

    /// <summary>Reads a secret. One final line ending is dropped.</summary>
    /// <param name="call">The call that reads.</param>
    /// <param name="what">The text of the prompt.</param>
    /// <param name="isTypedTwice">Whether the prompt is repeated, because nothing else would reveal a typing error.</param>
    public static SecretText ReadSecret(Call call, string what, bool isTypedTwice = false) =>
        Console.IsInputRedirected ? Read(call, dropFinalLineEnd: true) : HiddenPrompt.Ask(call, what, isTypedTwice);

    /// <summary>Reads a secret for its purpose; the prompt shows where it will be sent.</summary>
    /// <inheritdoc cref="ReadSecret(Call, string, bool)"/>
    public static SecretText ReadSecret(Call call, SecretPurpose purpose) => ReadSecret(call, purpose.WithTargetShown);

    /// <summary>Reads a text to protect, every byte of it.</summary>
    public static SecretText ReadText(Call call) =>
        Console.IsInputRedirected ? Read(call, dropFinalLineEnd: false) : HiddenPrompt.Ask(call, "Text", isTypedTwice: false);

    /// <summary>Reads a protected text.</summary>
    public static string ReadProtectedText(Call call) => ReadCharacters(call);

    /// <summary>Reads lines of a log, a bounce message or another program.</summary>
    public static string ReadLines(Call call) => ReadCharacters(call);

    /// <summary>Reads a settings document.</summary>
    public static byte[] ReadDocument(Call call) =>
        Wait(call, _ => Task.FromResult(DocumentImport.ReadContent(StandardStreams.OpenInput())));

    private static string ReadCharacters(Call call)
    {
        using var reader = new StreamReader(StandardStreams.OpenInput(), Encoding.UTF8);
        var text = new char[MaxProtectedCharacters];
        return new string(text, 0, Wait(call, token => reader.ReadBlockAsync(text, token).AsTask()));
    }

    private static SecretText Read(Call call, bool dropFinalLineEnd) =>
        Wait(call, token => SecretText.ReadFromAsync(StandardStreams.OpenInput(), dropFinalLineEnd, token));

    // Reading standard input ignores the token, so the wait observes it.
    private static T Wait<T>(Call call, Func<CancellationToken, Task<T>> read)
    {
        var cancellation = call.Host.Cancellation;
        try
        {
            return Task.Run(() => read(cancellation), cancellation).WaitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CommandLineErrors.InputUnreadable.Error("standard input", detail: error.Message, inner: error);
        }
    }
}
