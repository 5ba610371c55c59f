using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tests.Replay;

/// <summary>A <see cref="ReplayStream"/> instead of a socket.</summary>
internal sealed class ReplayTransport(ReplayStream stream) : ITransport
{
    public Stream Stream => stream;

    // Unread bytes have not arrived yet: they wait for the command that they answer.
    public int Available => 0;

    public void Dispose() => stream.Dispose();
}
