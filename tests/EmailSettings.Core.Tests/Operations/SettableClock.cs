namespace EmailSettings.Core.Tests.Operations;

/// <summary>A clock that stands where a test puts it.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public override DateTimeOffset GetUtcNow() => Now;
}
