namespace EmailSettings.Core.Findings;

/// <summary>Bugs of EmailSettings itself.</summary>
public static class InternalErrors
{
    /// <summary>An exception that nobody expected. Detail: what it is.</summary>
    public static readonly FindingCode InternalFault = new("InternalFault", FindingKind.Internal,
        "EmailSettings met a fault of its own: {detail}",
        "Please report it without secrets: with the output of Get-Error, or with the command and the version ('emailsettings --version').");
}
