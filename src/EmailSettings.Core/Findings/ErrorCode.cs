namespace EmailSettings.Core.Findings;

/// <summary>
/// One row of the error table: a stable id, its kind, what is wrong and what to do next. The texts may hold
/// <c>{field}</c>, <c>{value}</c>, <c>{limit}</c> and <c>{detail}</c>. An id is never reused or renamed.
/// </summary>
/// <param name="Id">The stable id, for example <c>IncomingServerNameTaken</c>.</param>
/// <param name="Kind">Decides the exit code and the PowerShell category.</param>
/// <param name="Text">What is wrong, one sentence.</param>
/// <param name="Hint">What to do next, one sentence.</param>
public sealed record ErrorCode(string Id, ErrorKind Kind, string Text, string Hint)
{
    /// <summary>An occurrence of this error.</summary>
    /// <param name="field">Path of the field (<c>basic.maxIncomingSizeKB</c>) or the name of the thing.</param>
    /// <param name="value">The offending value as the user gave it; never a secret.</param>
    /// <param name="limit">What is allowed.</param>
    /// <param name="detail">Anything more that the text asks for.</param>
    public Fault At(string? field = null, object? value = null, string? limit = null, string? detail = null) =>
        new(this, field, value, limit, detail);

    /// <summary>This error as an exception, ready to be thrown.</summary>
    /// <inheritdoc cref="At"/>
    public EmailSettingsException Error(
        string? field = null, object? value = null, string? limit = null, string? detail = null, Exception? inner = null) =>
        new([At(field, value, limit, detail)], inner);
}
