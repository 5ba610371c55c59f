using System.Runtime.InteropServices;

namespace EmailSettings.Cli.Tests;

public sealed class InterruptionTests
{
    [Fact]
    public void The_first_Ctrl_C_cancels_the_current_work()
    {
        using var interruption = new Interruption(_ => Assert.Fail("It ended the process."));
        var token = interruption.Token;
        var signal = new PosixSignalContext(PosixSignal.SIGINT);
        interruption.Take(signal);
        Assert.True(signal.Cancel);
        Assert.True(token.IsCancellationRequested);
    }

    // On other systems the signal itself ends it, and the shell reports 130.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Before_anything_can_be_cancelled_and_the_second_time_the_process_ends_with_130(bool isSecond)
    {
        List<int> codes = [];
        using var interruption = new Interruption(codes.Add);
        if (isSecond)
        {
            _ = interruption.Token;
            interruption.Take(new PosixSignalContext(PosixSignal.SIGINT));
        }
        var signal = new PosixSignalContext(PosixSignal.SIGINT);
        interruption.Take(signal);
        Assert.Equal(OperatingSystem.IsWindows(), signal.Cancel);
        Assert.Equal(OperatingSystem.IsWindows() ? [ExitCode.Interrupted] : [], codes);
    }
}
