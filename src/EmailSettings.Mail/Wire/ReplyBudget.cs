namespace EmailSettings.Mail.Wire;

/// <summary>Counts what one reply has cost so far.</summary>
internal sealed class ReplyBudget
{
    private int _bytes;
    private int _lines;

    /// <summary>Counts bytes received; false where the reply exceeds <see cref="WireLimits.ReplyBytes"/>.</summary>
    public bool Spend(int bytes)
    {
        _bytes += bytes;
        return _bytes <= WireLimits.ReplyBytes;
    }

    /// <summary>Counts a line that is kept; false where the reply has more than <see cref="WireLimits.ReplyLines"/>.</summary>
    public bool Keep() => ++_lines <= WireLimits.ReplyLines;
}
