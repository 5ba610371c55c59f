namespace EmailSettings.Mail.Wire;

/// <summary>Tracks the size of one reply.</summary>
internal sealed class ReplyBudget
{
    private int _bytes;
    private int _lines;

    /// <summary>Counts bytes received; false if the reply exceeds <see cref="WireLimits.ReplyBytes"/>.</summary>
    public bool Spend(int bytes)
    {
        _bytes += bytes;
        return _bytes <= WireLimits.ReplyBytes;
    }

    /// <summary>Counts a kept line; false if the reply exceeds <see cref="WireLimits.ReplyLines"/>.</summary>
    public bool Keep() => ++_lines <= WireLimits.ReplyLines;
}
