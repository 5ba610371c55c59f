using EmailSettings.Mail.Probes;

namespace EmailSettings.Mail.Wire;

/// <summary>Carries a failure from where it is noticed up to the step, which returns it. Never leaves this library.</summary>
internal sealed class WireException : Exception
{
    public WireException(MailFailure failure)
        : base(failure.Kind.ToString()) => Failure = failure;

    public MailFailure Failure { get; }

    /// <summary>What speaks there by the bytes that were no reply; null where there were none.</summary>
    public PeerProtocol? Speaker { get; init; }

    public static WireException Malformed(string serverText) =>
        new(new MailFailure { Kind = MailFailureKind.Malformed, ServerText = serverText });

    /// <summary>Bytes that are no reply, or not all of one.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="shown">Their beginning, as it may be shown.</param>
    public static WireException NoReply(MailFailureKind kind, ReadOnlySpan<byte> bytes, string? shown) =>
        new(new MailFailure { Kind = kind, ServerText = shown }) { Speaker = PeerClassifier.Classify(bytes) };

    public static WireException TooLong(string serverText) =>
        new(new MailFailure { Kind = MailFailureKind.TooLong, ServerText = serverText });

    public static WireException InvalidInput(string argument) =>
        new(new MailFailure { Kind = MailFailureKind.InvalidInput, Argument = argument });
}
