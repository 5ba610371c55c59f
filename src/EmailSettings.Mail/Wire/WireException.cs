namespace EmailSettings.Mail.Wire;

/// <summary>Carries a failure from where it is noticed up to the step, which returns it. Never leaves this library.</summary>
internal sealed class WireException : Exception
{
    public WireException(MailFailure failure)
        : base(failure.Kind.ToString()) => Failure = failure;

    public MailFailure Failure { get; }

    public static WireException Malformed(string serverText) =>
        new(new MailFailure { Kind = MailFailureKind.Malformed, ServerText = serverText });

    public static WireException TooLong(string serverText) =>
        new(new MailFailure { Kind = MailFailureKind.TooLong, ServerText = serverText });

    public static WireException Disconnected(string? serverText) =>
        new(new MailFailure { Kind = MailFailureKind.Disconnected, ServerText = serverText });

    public static WireException InvalidInput(string argument) =>
        new(new MailFailure { Kind = MailFailureKind.InvalidInput, Argument = argument });
}
