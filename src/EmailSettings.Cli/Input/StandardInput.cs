using System.Text;
using EmailSettings.Cli.Output;
using EmailSettings.Core.Documents;
using EmailSettings.Core.Hosting;
using EmailSettings.Core.Secrets;

namespace EmailSettings.Cli.Input;

/// <summary>Secrets and protected texts from standard input, or from a person at a hidden prompt.</summary>
internal static class StandardInput
{
    // The longest protected text takes some 90 000 characters; Core refuses what is too long.
    private const int MostProtectedCharacters = 300_000;

    /// <summary>A secret. One final line end is dropped.</summary>
    /// <param name="call">The call that reads.</param>
    /// <param name="what">What a person is asked for.</param>
    /// <param name="isTypedTwice">A person types it twice, because nothing else would tell a slip.</param>
    public static SecretText ReadSecret(Call call, string what, bool isTypedTwice = false) =>
        Console.IsInputRedirected ? Read(call, dropFinalLineEnd: true) : HiddenPrompt.Ask(call, what, isTypedTwice);

    /// <summary>A secret for its purpose; a person is shown where it will go.</summary>
    /// <inheritdoc cref="ReadSecret(Call, string, bool)"/>
    public static SecretText ReadSecret(Call call, SecretPurpose purpose) => ReadSecret(call, purpose.WithTargetShown);

    /// <summary>A text to be protected, every byte of it.</summary>
    public static SecretText ReadText(Call call) =>
        Console.IsInputRedirected ? Read(call, dropFinalLineEnd: false) : HiddenPrompt.Ask(call, "Text", isTypedTwice: false);

    /// <summary>A protected text.</summary>
    public static string ReadProtectedText(Call call) => ReadCharacters(call);

    /// <summary>Lines of a log, a bounce message or another program: as many as anybody would paste.</summary>
    public static string ReadLines(Call call) => ReadCharacters(call);

    /// <summary>A settings document.</summary>
    public static byte[] ReadDocument(Call call) =>
        Wait(call, _ => Task.FromResult(DocumentImport.ReadContent(StandardStreams.OpenInput())));

    private static string ReadCharacters(Call call)
    {
        using var reader = new StreamReader(StandardStreams.OpenInput(), Encoding.UTF8);
        var text = new char[MostProtectedCharacters];
        return new string(text, 0, Wait(call, token => reader.ReadBlockAsync(text, token).AsTask()));
    }

    private static SecretText Read(Call call, bool dropFinalLineEnd) =>
        Wait(call, token => SecretText.ReadFromAsync(StandardStreams.OpenInput(), dropFinalLineEnd, token));

    // A read of standard input does not watch a token, so the wait for it does.
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
