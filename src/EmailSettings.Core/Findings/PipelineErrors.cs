namespace EmailSettings.Core.Findings;

/// <summary>Errors of objects piped into a cmdlet.</summary>
public static class PipelineErrors
{
    /// <summary>No property of a piped object matches a parameter. Field: the cmdlet. Value: the type of the object.</summary>
    public static readonly FindingCode PipedObjectUnmatched = new("PipedObjectUnmatched", FindingKind.InvalidInput,
        "{field} cannot use a piped object of type {value}: none of its properties matches a parameter.",
        "Pipe objects that have at least one of these properties: {limit}.");
}
