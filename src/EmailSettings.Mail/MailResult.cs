using System.Diagnostics.CodeAnalysis;

namespace EmailSettings.Mail;

/// <summary>
/// The result of one step of a session: facts, a failure, or both if a failed step still learned something (a rejected
/// certificate).
/// </summary>
/// <typeparam name="T">The type of the facts.</typeparam>
public sealed record MailResult<T>
    where T : class
{
    /// <summary>What the step learned; never null after success.</summary>
    public T? Facts { get; init; }

    /// <summary>Why the step failed; null after success.</summary>
    public MailFailure? Failure { get; init; }

    /// <summary>The duration of the step.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Whether the step succeeded; then <see cref="Facts"/> is set and <see cref="Failure"/> is not.</summary>
    [MemberNotNullWhen(true, nameof(Facts))]
    [MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null && Facts is not null;
}
