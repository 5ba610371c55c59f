namespace EmailSettings.Core.Storage.Relational;

/// <summary>A column: text or a whole number; Booleans are 0 or 1.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNumber">It holds whole numbers.</param>
internal sealed record RelationalColumn(string Name, bool IsNumber)
{
    public static RelationalColumn Text(string name) => new(name, false);

    public static RelationalColumn Number(string name) => new(name, true);
}
