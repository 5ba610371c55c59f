using System.Collections.Concurrent;

namespace EmailSettings.Integration.Tests.Diagnosis;

/// <summary>A clock whose timers fire when a test says so, independent of the machine's speed.</summary>
internal sealed class ManualTimerClock : TimeProvider
{
    private readonly ConcurrentDictionary<Limit, bool> _running = new();

    /// <summary>Fires every running timer.</summary>
    public void EndAll()
    {
        foreach (var limit in _running.Keys) limit.End();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var limit = new Limit(this, () => callback(state));
        limit.Change(dueTime, period);
        return limit;
    }

    private sealed class Limit(ManualTimerClock clock, Action end) : ITimer
    {
        public void End() => end();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan) clock._running.TryRemove(this, out _);
            else clock._running[this] = true;
            return true;
        }

        public void Dispose() => clock._running.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
