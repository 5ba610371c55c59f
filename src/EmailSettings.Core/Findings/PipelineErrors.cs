namespace EmailSettings.Core.Findings;

/// <summary>Errors of objects that are piped into a cmdlet.</summary>
public static class PipelineErrors
{
    /// <summary>
    /// Nothing of a piped object has the name of a parameter. Field: the cmdlet. Value: the type of the object.
    /// </summary>
    public static readonly FindingCode PipedObjectUnmatched = new("PipedObjectUnmatched", FindingKind.InvalidInput,
        "{field} cannot use a piped object of type {value}: none of its properties has the name of a parameter.",
        "Pipe objects that have at least one of these properties: {limit}.");
}
