namespace EmailSettings.Cli.Output;

/// <summary>An answer in its two forms.</summary>
/// <param name="Content">The JSON document: rows (an object), a list (an array) or null; or <see cref="JsonLines"/>.</param>
/// <param name="Page">Writes the page for people.</param>
internal sealed record View(object? Content, Action<TextPage> Page)
{
    /// <summary>One thing with properties.</summary>
    public static View Of(string title, IReadOnlyList<Row> rows) => new(rows, page => page.Rows(title, rows));
}
