using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>Errors of the command line itself; those of settings, secrets and the store are Core's.</summary>
internal static class CommandLineErrors
{
    /// <summary>Arguments that name no command, or not all that it needs. Detail: what is wrong.</summary>
    public static readonly ErrorCode UsageInvalid = new("UsageInvalid", ErrorKind.InvalidInput,
        "{detail}", "See '{field} --help'.");

    /// <summary>A field without its value.</summary>
    public static readonly ErrorCode FieldWithoutValue = new("FieldWithoutValue", ErrorKind.InvalidInput,
        "'{value}' has no '='; fields are given as FIELD=VALUE.", "Write FIELD=VALUE, or FIELD= to clear the field.");

    /// <summary>A secret among the arguments, where other users see it. The value is left out on purpose.</summary>
    public static readonly ErrorCode SecretAsArgument = new("SecretAsArgument", ErrorKind.InvalidInput,
        "{field} is a secret, and a secret is never an argument: other users and the shell's history see it. Nothing was changed.",
        "Consider that text as known to others. Pipe the secret to --{detail}-stdin, or use 'emailsettings secret set PURPOSE'.");

    /// <summary>A command that changes fields and was given none.</summary>
    public static readonly ErrorCode NothingToSet = new("NothingToSet", ErrorKind.InvalidInput,
        "No field of {field} is given.", "Write FIELD=VALUE; the fields are {limit}.");

    /// <summary>A source of a secret that is neither a variable nor a file. The text is left out: it may be the secret.</summary>
    public static readonly ErrorCode SecretSourceInvalid = new("SecretSourceInvalid", ErrorKind.InvalidInput,
        "--secret number {value} names no source.", "Write --secret PURPOSE=env:NAME or --secret PURPOSE=file:PATH.");

    /// <summary>A secret that is handed in twice.</summary>
    public static readonly ErrorCode SecretGivenTwice = new("SecretGivenTwice", ErrorKind.InvalidInput,
        "The secret '{value}' is given twice.", "Give it once.");

    /// <summary>An environment variable that is not there.</summary>
    public static readonly ErrorCode EnvironmentVariableMissing = new("EnvironmentVariableMissing", ErrorKind.InvalidInput,
        "There is no environment variable '{value}' for the secret '{field}'.", "Set the variable for this process, or name a file.");

    /// <summary>Standard input cannot be read.</summary>
    public static readonly ErrorCode InputUnreadable = new("InputUnreadable", ErrorKind.InvalidInput,
        "Standard input cannot be read: {detail}", "Pipe the text in, or run the command in a terminal.");

    /// <summary>Two entries at the prompt that differ.</summary>
    public static readonly ErrorCode EntriesDiffer = new("EntriesDiffer", ErrorKind.InvalidInput,
        "The two entries differ; nothing was done.", "Run the command again.");

    /// <summary>JSON was asked of a command whose output is the text itself.</summary>
    public static readonly ErrorCode OutputNotJson = new("OutputNotJson", ErrorKind.InvalidInput,
        "'{field}' writes the text itself and no JSON.", "Leave --output json out.");

    /// <summary>A bug. Field: type of the exception. Detail: where it was thrown, no values.</summary>
    public static readonly ErrorCode InternalFault = new("InternalFault", ErrorKind.InvalidInput,
        "emailsettings met a fault of its own: {field}. {detail}", "Please report this error with the version ('emailsettings --version') and the command, without secrets.");
}
