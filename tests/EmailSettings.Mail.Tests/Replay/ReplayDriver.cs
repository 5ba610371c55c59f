using EmailSettings.Mail.Connection;
using EmailSettings.Mail.Imap;
using EmailSettings.Mail.Sasl;
using EmailSettings.Mail.Smtp;

namespace EmailSettings.Mail.Tests.Replay;

/// <summary>
/// Takes a session through every step over a replayed conversation. Nothing waits in memory, so a case runs to completion on the
/// calling thread, and that thread's allocations are an upper bound for what the session holds at any moment. The few cases that
/// allocate much, because of long lines, are run again and measured after each step; nothing else may run then.
/// </summary>
internal static class ReplayDriver
{
    public const long MaxBytes = 4 * 1024 * 1024;

    private const int MaxBufferBytes = 256 * 1024;

    private static readonly MailSessionOptions Options = new() { Endpoint = new MailEndpoint("127.0.0.1", 25, TlsMode.None) };

    /// <summary>Runs a case.</summary>
    /// <returns>The steps that succeeded, and the first failure.</returns>
    /// <exception cref="InvalidOperationException">The session hung, threw, or used too much memory.</exception>
    public static ReplayOutcome Run(ReplayCase replay)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var walk = WalkAsync(replay);
        if (!walk.IsCompleted)
            throw Broken(replay, "waits although nothing is to come", null);
        if (walk.IsFaulted)
            throw Broken(replay, "throws", walk.Exception.InnerException);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > MaxBytes && MaxHeld(replay) is var held and > MaxBytes)
            throw Broken(replay, $"holds {held} bytes", null);
#pragma warning disable CA1849 // The task has completed.
        return walk.Result with { AllocatedBytes = allocated };
#pragma warning restore CA1849
    }

    private static long MaxHeld(ReplayCase replay)
    {
        var most = 0L;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        WalkAsync(replay, () => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before)).GetAwaiter().GetResult();
        return most;
    }

    private static async Task<ReplayOutcome> WalkAsync(ReplayCase replay, Action? afterStep = null)
    {
        using var credential = new MailCredential("user@example.test", "secret-token-0123456789"u8);
        await using MailSession session = replay.Conversation.Protocol == MailProtocol.Smtp ? new SmtpSession(Options) : new ImapSession(Options);
        session.Attach(new ReplayTransport(new ReplayStream(replay.Bytes, Piece(replay))));
        var steps = session is SmtpSession smtp ? Steps(smtp, replay.Conversation, credential) : Steps((ImapSession)session, replay.Conversation, credential);
        var succeeded = 0;
        MailFailure? first = null;
        foreach (var step in steps)
        {
            var failure = await step();
            afterStep?.Invoke();
            first ??= failure;
            succeeded += failure is null ? 1 : 0;
        }

        if (session.BufferCapacity > MaxBufferBytes)
            throw new InvalidOperationException($"A buffer of {session.BufferCapacity} bytes.");
        return new ReplayOutcome(succeeded, first, 0);
    }

    private static IEnumerable<Func<Task<MailFailure?>>> Steps(SmtpSession session, Conversation conversation, MailCredential credential)
    {
        yield return async () => (await session.ReadGreetingAsync(default)).Failure;
        yield return async () => (await session.EhloAsync("client.example.test", default)).Failure;
        if (conversation.Mechanism is { } mechanism)
            yield return async () => (await session.AuthenticateAsync(Request(mechanism, credential), default)).Failure;
        yield return async () => (await session.MailFromAsync("a@example.test", new MailFromParameters { SizeBytes = 1000, EightBit = true }, default)).Failure;
        yield return async () => (await session.RcptToAsync("b@example.test", default)).Failure;
        yield return async () => (await session.DataAsync("Subject: x\r\n\r\n..\r\n"u8.ToArray())).Failure;
        yield return async () => (await session.RsetAsync(default)).Failure;
        yield return async () => (await session.QuitAsync(default)).Failure;
    }

    private static IEnumerable<Func<Task<MailFailure?>>> Steps(ImapSession session, Conversation conversation, MailCredential credential)
    {
        yield return async () => (await session.ReadGreetingAsync(default)).Failure;
        yield return async () => (await session.CapabilityAsync(default)).Failure;
        yield return conversation.Mechanism is { } mechanism
            ? async () => (await session.AuthenticateAsync(Request(mechanism, credential), default)).Failure
            : async () => (await session.LoginAsync(credential, true, default)).Failure;
        yield return async () => (await session.ExamineAsync("INBOX", default)).Failure;
        yield return async () => (await session.AskAsync("UID SEARCH ALL", 1024)).Failure;
        yield return async () => (await session.AskAsync("UID FETCH 7 (BODY.PEEK[HEADER])", 1024)).Failure;
        yield return async () => (await session.QuitAsync(default)).Failure;
    }

    private static AuthenticateRequest Request(SaslMechanism mechanism, MailCredential credential) =>
        new() { Mechanism = mechanism, Credential = credential, AllowPlaintext = true };

    private static Func<int, int> Piece(ReplayCase replay) => replay.Delivery switch
    {
        Delivery.ByteByByte => _ => 1,
        Delivery.LineByLine => at => replay.Bytes.AsSpan(at).IndexOf((byte)'\n') + 1,
        Delivery.Pieces => at => (at * 7 % 13) + 1,
        _ => _ => int.MaxValue,
    };

    private static InvalidOperationException Broken(ReplayCase replay, string what, Exception? inner) =>
        new($"{replay.Conversation.Vendor}, {replay.Name}, {replay.Delivery}: {what}. {Convert.ToBase64String(replay.Bytes[..Math.Min(replay.Bytes.Length, 4096)])}", inner);
}
