using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EmailSettings.Core.Hosting;
using EmailSettings.Mail.Redaction;

namespace EmailSettings.Cli.Input;

/// <summary>Prompts for a secret at a terminal without echo.</summary>
internal static class HiddenPrompt
{
    private const int MaxCharacters = SecretText.MaxLength + 1;

    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public static SecretText Ask(Call call, string what, bool isTypedTwice)
    {
        var first = Ask(call, $"{DisplayText.Escape(what)}: ");
        if (!isTypedTwice) return first;
        using var second = Ask(call, $"{DisplayText.Escape(what)}, once more: ");
        if (CryptographicOperations.FixedTimeEquals(first.Span, second.Span)) return first;
        first.Dispose();
        throw CommandLineErrors.EntriesDiffer.Error(what);
    }

    private static SecretText Ask(Call call, string prompt)
    {
        var typed = GC.AllocateArray<char>(MaxCharacters, pinned: true);
        // Before the prompt: from now on the terminal does not echo.
        Console.TreatControlCAsInput = true;
        try
        {
            call.Errors.WritePrompt(prompt);
            return SecretText.FromChars(typed.AsSpan(0, Type(typed)));
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(typed.AsSpan()));
            call.Errors.WriteLine("");
        }
    }

    private static int Type(char[] typed)
    {
        for (var length = 0; ;)
        {
            var key = Console.ReadKey(intercept: true);
            if (key is { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }) throw new OperationCanceledException();
            if (key.Key == ConsoleKey.Enter) return length;
            if (key.Key == ConsoleKey.Backspace) length = Math.Max(0, length - 1);
            else if (key.KeyChar != '\0' && length < typed.Length) typed[length++] = key.KeyChar;
        }
    }
}
