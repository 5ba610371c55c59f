using System.Diagnostics.CodeAnalysis;

namespace EmailSettings.Mail;

/// <summary>
/// What one step of a session gave: facts, a failure, or both where a failed step still learned something (a refused
/// certificate).
/// </summary>
/// <typeparam name="T">The facts of the step.</typeparam>
public sealed record MailResult<T>
    where T : class
{
    /// <summary>What the step learned; never null where it succeeded.</summary>
    public T? Facts { get; init; }

    /// <summary>Why the step failed, or null where it succeeded.</summary>
    public MailFailure? Failure { get; init; }

    /// <summary>How long the step took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>True where the step succeeded; then <see cref="Facts"/> is there and <see cref="Failure"/> is not.</summary>
    [MemberNotNullWhen(true, nameof(Facts))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null && Facts is not null;
}
