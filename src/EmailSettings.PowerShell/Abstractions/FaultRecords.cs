using System.Management.Automation;
using EmailSettings.Core.Findings;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>The one way from a fault to an error record.</summary>
internal static class FaultRecords
{
    /// <summary>One fault.</summary>
    public static ErrorRecord Of(Fault fault, EmailSettingsException cause) =>
        Record(cause.Faults.Count == 1 ? cause : new EmailSettingsException([fault], cause.InnerException), fault, fault.Text, fault.Hint);

    /// <summary>All faults of an operation in one record, which bears the id of the first.</summary>
    public static ErrorRecord Of(EmailSettingsException cause) => Record(
        cause, cause.Faults[0],
        string.Join(Environment.NewLine, cause.Faults.Select(fault => fault.Text)),
        string.Join(Environment.NewLine, cause.Faults.Select(fault => fault.Hint).Distinct(StringComparer.Ordinal)));

    /// <summary>A fault of the module itself.</summary>
    public static ErrorRecord Unexpected(Exception cause) => new(cause, "UnexpectedFault", ErrorCategory.InvalidOperation, null)
    {
        ErrorDetails = new ErrorDetails(cause.Message) { RecommendedAction = "This is a fault of EmailSettings itself: please report it with the output of Get-Error." },
    };

    private static ErrorRecord Record(EmailSettingsException exception, Fault fault, string text, string hint) =>
        new(exception, fault.Id, CategoryOf(fault.Code), fault.Value ?? fault.Field)
        {
            ErrorDetails = new ErrorDetails(text) { RecommendedAction = hint },
        };

    private static ErrorCategory CategoryOf(ErrorCode code) => code.Kind switch
    {
        _ when code == SecretErrors.CertificatePassphraseWrong => ErrorCategory.AuthenticationError,
        ErrorKind.InvalidInput => ErrorCategory.InvalidArgument,
        ErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.NotAllowed => ErrorCategory.PermissionDenied,
        ErrorKind.Secret => ErrorCategory.SecurityError,
        ErrorKind.Store => ErrorCategory.ResourceUnavailable,
        ErrorKind.Conflict => ErrorCategory.ResourceBusy,
        _ => ErrorCategory.InvalidOperation,
    };
}
