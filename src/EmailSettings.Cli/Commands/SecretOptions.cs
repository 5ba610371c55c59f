using System.CommandLine;

namespace EmailSettings.Cli.Commands;

/// <summary>The options that specify which secret is on standard input.</summary>
internal static class SecretOptions
{
    public static Option<bool> Password { get; } =
        GlobalOptions.Flag("--password-stdin", "Read the password from standard input (or a hidden prompt).");

    public static Option<bool> Secret { get; } =
        GlobalOptions.Flag("--secret-stdin", "Read the client secret from standard input (or a hidden prompt).");

    /// <summary>Adds both, of which a call may use one.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Password);
        command.Add(Secret);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Password) is { Implicit: false } && result.GetResult(Secret) is { Implicit: false })
                result.AddError($"{Password.Name} and {Secret.Name} both read standard input; specify only one.");
        });
    }

    /// <summary>Gets the secret field on standard input; null for none.</summary>
    public static string? FieldIn(ParseResult parsed) =>
        parsed.GetResult(Password) is { Implicit: false } ? "Password" : parsed.GetResult(Secret) is { Implicit: false } ? "Secret" : null;
}
