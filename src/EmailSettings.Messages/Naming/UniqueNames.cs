namespace EmailSettings.Messages.Naming;

/// <summary>Gives each file of one folder a name of its own, on file systems that do not tell case apart too.</summary>
public sealed class UniqueNames
{
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _next = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name, or the same with a number where it is taken; and takes it.</summary>
    /// <param name="safe">A name of <see cref="SafeFileName"/>.</param>
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
