using EmailSettings.Mail.Probes;

namespace EmailSettings.Mail.Wire;

/// <summary>Carries a failure to the step, which returns it. Never leaves this library.</summary>
internal sealed class WireException : Exception
{
    public WireException(MailFailure failure)
        : base(failure.Kind.ToString()) => Failure = failure;

    public MailFailure Failure { get; }

    /// <summary>The protocol recognized by the bytes that were not a reply; null if there were none.</summary>
    public PeerProtocol? Speaker { get; init; }

    public static WireException Malformed(string serverText) =>
        new(new MailFailure { Kind = MailFailureKind.Malformed, ServerText = serverText });

    /// <summary>Creates a failure for bytes that are not a complete reply.</summary>
    /// <param name="kind">What is wrong.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="shown">Their beginning, redacted and escaped.</param>
    public static WireException NoReply(MailFailureKind kind, ReadOnlySpan<byte> bytes, string? shown) =>
        new(new MailFailure { Kind = kind, ServerText = shown }) { Speaker = PeerClassifier.Classify(bytes) };

    public static WireException TooLong(string serverText) =>
        new(new MailFailure { Kind = MailFailureKind.TooLong, ServerText = serverText });

    public static WireException InvalidInput(string argument) =>
        new(new MailFailure { Kind = MailFailureKind.InvalidInput, Argument = argument });
}
