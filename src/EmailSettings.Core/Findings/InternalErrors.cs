namespace EmailSettings.Core.Findings;

/// <summary>Bugs in EmailSettings.</summary>
public static class InternalErrors
{
    /// <summary>An unexpected exception. Detail: the exception.</summary>
    public static readonly FindingCode InternalFault = new("InternalFault", FindingKind.Internal,
        "EmailSettings has an internal error: {detail}",
        "Please report it with the output of Get-Error, or with the command and the version ('emailsettings --version'), but without secrets.");
}
