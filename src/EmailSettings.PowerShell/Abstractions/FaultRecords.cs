using System.Management.Automation;
using EmailSettings.Core.Findings;

namespace EmailSettings.PowerShell.Abstractions;

/// <summary>Converts faults to error records.</summary>
internal static class FaultRecords
{
    /// <summary>Converts one fault.</summary>
    public static ErrorRecord Of(Finding fault, EmailSettingsException cause) =>
        Record(cause.Faults.Count == 1 ? cause : new EmailSettingsException([fault], cause.InnerException), fault, fault.Cause, fault.NextStep);

    /// <summary>Converts all faults of an operation to one record with the id of the first.</summary>
    public static ErrorRecord Of(EmailSettingsException cause) => Record(
        cause, cause.Faults[0],
        string.Join(Environment.NewLine, cause.Faults.Select(fault => fault.Cause)),
        string.Join(Environment.NewLine, cause.Faults.Select(fault => fault.NextStep).Distinct(StringComparer.Ordinal)));

    /// <summary>Converts an unexpected exception.</summary>
    public static ErrorRecord Unexpected(Exception cause)
    {
        var fault = InternalErrors.InternalFault.At(detail: cause.Message);
        return Record(cause, fault, fault.Cause, fault.NextStep);
    }

    private static ErrorRecord Record(Exception exception, Finding fault, string text, string hint) =>
        new(exception, fault.Id, CategoryOf(fault), fault.Value ?? fault.Field)
        {
            ErrorDetails = new ErrorDetails(text) { RecommendedAction = hint },
        };

    private static ErrorCategory CategoryOf(Finding fault) => fault.Kind switch
    {
        _ when fault.Id == SecretErrors.CertificatePassphraseWrong.Id => ErrorCategory.AuthenticationError,
        FindingKind.InvalidInput => ErrorCategory.InvalidArgument,
        FindingKind.AlreadyExists => ErrorCategory.ResourceExists,
        FindingKind.NotFound => ErrorCategory.ObjectNotFound,
        FindingKind.NotAllowed => ErrorCategory.PermissionDenied,
        FindingKind.Secret => ErrorCategory.SecurityError,
        FindingKind.Store => ErrorCategory.ResourceUnavailable,
        FindingKind.Conflict => ErrorCategory.ResourceBusy,
        FindingKind.Output => ErrorCategory.WriteError,
        _ => ErrorCategory.InvalidOperation,
    };
}
