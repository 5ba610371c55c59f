using EmailSettings.Mail.Wire;

namespace EmailSettings.Mail.Tests.Replay;

/// <summary>A <see cref="ReplayStream"/> in the place of a socket.</summary>
internal sealed class ReplayTransport(ReplayStream stream) : ITransport
{
    public Stream Stream => stream;

    // What has not been read has not come in: it waits for the command that it answers.
    public int Available => 0;

    public void Dispose() => stream.Dispose();
}
