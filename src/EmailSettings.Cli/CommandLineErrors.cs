using EmailSettings.Core.Findings;

namespace EmailSettings.Cli;

/// <summary>Errors of the command line itself; Core has those of settings, secrets and the store.</summary>
internal static class CommandLineErrors
{
    /// <summary>The arguments are not a valid command line. Detail: what is wrong. Limit: the name that was probably meant.</summary>
    public static readonly FindingCode UsageInvalid = new("UsageInvalid", FindingKind.InvalidInput,
        "{detail}", "{limit}See '{field} --help'.");

    /// <summary>A field without a value. Limit: the field, if it is known.</summary>
    public static readonly FindingCode FieldWithoutValue = new("FieldWithoutValue", FindingKind.InvalidInput,
        "'{value}' has no '='; fields are given as FIELD=VALUE.", "Write {limit}=VALUE, or {limit}= to clear the field.");

    /// <summary>A secret among the arguments, which other users can see. The value is omitted on purpose.</summary>
    public static readonly FindingCode SecretAsArgument = new("SecretAsArgument", FindingKind.InvalidInput,
        "{field} is a secret, which must not be an argument: other users and the shell's history can see it. Nothing was changed.",
        "Treat that text as known to others. Pipe the secret to --{detail}-stdin, or use 'emailsettings secret set PURPOSE'.");

    /// <summary>A command that changes fields was given none.</summary>
    public static readonly FindingCode NothingToSet = new("NothingToSet", FindingKind.InvalidInput,
        "No field of {field} is given.", "Write FIELD=VALUE; the fields are {limit}.");

    /// <summary>A source of a secret is neither a variable nor a file. The text is omitted: it may be the secret.</summary>
    public static readonly FindingCode SecretSourceInvalid = new("SecretSourceInvalid", FindingKind.InvalidInput,
        "--secret number {value} does not name a source.", "Write --secret PURPOSE=env:NAME or --secret PURPOSE=file:PATH.");

    /// <summary>A secret is specified twice.</summary>
    public static readonly FindingCode SecretGivenTwice = new("SecretGivenTwice", FindingKind.InvalidInput,
        "The secret '{value}' is specified twice.", "Specify it once.");

    /// <summary>An environment variable does not exist.</summary>
    public static readonly FindingCode EnvironmentVariableMissing = new("EnvironmentVariableMissing", FindingKind.InvalidInput,
        "There is no environment variable '{value}' for the secret '{field}'.", "Set the variable for this process, or name a file.");

    /// <summary>Standard input cannot be read. Detail: why.</summary>
    public static readonly FindingCode InputUnreadable = new("InputUnreadable", FindingKind.InvalidInput,
        "Standard input cannot be read: {detail}", "Pipe the text to the command, or run the command in a terminal.");

    /// <summary>Standard output is full or closed. Detail: why. Limit: what was done before.</summary>
    public static readonly FindingCode OutputNotWritable = new("OutputNotWritable", FindingKind.Output,
        "Standard output cannot be written: {detail}.{limit}",
        "Free space where standard output goes, or redirect it elsewhere; a command that only shows something can then be run again.");

    /// <summary>The two entries at the prompt differ.</summary>
    public static readonly FindingCode EntriesDiffer = new("EntriesDiffer", FindingKind.InvalidInput,
        "The two entries differ; nothing was done.", "Run the command again.");

    /// <summary>JSON was requested from a command whose output is the text itself.</summary>
    public static readonly FindingCode OutputNotJson = new("OutputNotJson", FindingKind.InvalidInput,
        "'{field}' writes the text itself, not JSON.", "Omit --output json.");
}
