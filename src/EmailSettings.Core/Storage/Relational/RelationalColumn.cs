namespace EmailSettings.Core.Storage.Relational;

/// <summary>A text or integer column; Booleans are 0 or 1.</summary>
/// <param name="Name">The column name.</param>
/// <param name="IsNumber">Whether it holds integers.</param>
internal sealed record RelationalColumn(string Name, bool IsNumber)
{
    public static RelationalColumn Text(string name) => new(name, false);

    public static RelationalColumn Number(string name) => new(name, true);
}
