namespace EmailSettings.Messages.Naming;

/// <summary>Makes the file names of a folder unique, also on case-insensitive file systems.</summary>
public sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reserves the name, with a number if it is already taken.</summary>
    /// <param name="safe">A name from <see cref="SafeFileName"/>.</param>
    public string Take(string safe)
    {
        if (_taken.Add(safe))
            return safe;
        var number = _next.GetValueOrDefault(safe, 2);
        string numbered;
        while (!_taken.Add(numbered = SafeFileName.Numbered(safe, number)))
            number++;
        _next[safe] = number + 1;
        return numbered;
    }
}
