using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>Errors of the command line itself; those of settings, secrets and the store are Core's.</summary>
internal static class CommandLineErrors
{
    /// <summary>Arguments that name no command, or not all that it needs. Detail: what is wrong.</summary>
    public static readonly FindingCode UsageInvalid = new("UsageInvalid", FindingKind.InvalidInput,
        "{detail}", "See '{field} --help'.");

    /// <summary>A field without its value.</summary>
    public static readonly FindingCode FieldWithoutValue = new("FieldWithoutValue", FindingKind.InvalidInput,
        "'{value}' has no '='; fields are given as FIELD=VALUE.", "Write FIELD=VALUE, or FIELD= to clear the field.");

    /// <summary>A secret among the arguments, where other users see it. The value is left out on purpose.</summary>
    public static readonly FindingCode SecretAsArgument = new("SecretAsArgument", FindingKind.InvalidInput,
        "{field} is a secret, and a secret is never an argument: other users and the shell's history see it. Nothing was changed.",
        "Consider that text as known to others. Pipe the secret to --{detail}-stdin, or use 'emailsettings secret set PURPOSE'.");

    /// <summary>A command that changes fields and was given none.</summary>
    public static readonly FindingCode NothingToSet = new("NothingToSet", FindingKind.InvalidInput,
        "No field of {field} is given.", "Write FIELD=VALUE; the fields are {limit}.");

    /// <summary>A source of a secret that is neither a variable nor a file. The text is left out: it may be the secret.</summary>
    public static readonly FindingCode SecretSourceInvalid = new("SecretSourceInvalid", FindingKind.InvalidInput,
        "--secret number {value} names no source.", "Write --secret PURPOSE=env:NAME or --secret PURPOSE=file:PATH.");

    /// <summary>A secret that is handed in twice.</summary>
    public static readonly FindingCode SecretGivenTwice = new("SecretGivenTwice", FindingKind.InvalidInput,
        "The secret '{value}' is given twice.", "Give it once.");

    /// <summary>An environment variable that is not there.</summary>
    public static readonly FindingCode EnvironmentVariableMissing = new("EnvironmentVariableMissing", FindingKind.InvalidInput,
        "There is no environment variable '{value}' for the secret '{field}'.", "Set the variable for this process, or name a file.");

    /// <summary>Standard input cannot be read.</summary>
    public static readonly FindingCode InputUnreadable = new("InputUnreadable", FindingKind.InvalidInput,
        "Standard input cannot be read: {detail}", "Pipe the text in, or run the command in a terminal.");

    /// <summary>Standard output is full or closed. Detail: why. Limit: what was done before all the same.</summary>
    public static readonly FindingCode OutputNotWritable = new("OutputNotWritable", FindingKind.Output,
        "Standard output cannot be written: {detail}.{limit}",
        "Free space where standard output goes, or send it elsewhere; a command that only shows something can then be run again.");

    /// <summary>Two entries at the prompt that differ.</summary>
    public static readonly FindingCode EntriesDiffer = new("EntriesDiffer", FindingKind.InvalidInput,
        "The two entries differ; nothing was done.", "Run the command again.");

    /// <summary>JSON was asked of a command whose output is the text itself.</summary>
    public static readonly FindingCode OutputNotJson = new("OutputNotJson", FindingKind.InvalidInput,
        "'{field}' writes the text itself and no JSON.", "Leave --output json out.");
}
