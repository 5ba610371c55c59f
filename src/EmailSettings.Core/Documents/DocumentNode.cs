namespace EmailSettings.Core.Documents;

/// <summary>A JSON value that knows its line.</summary>
/// <param name="Line">1-based line on which the value begins.</param>
internal abstract record DocumentNode(int Line)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }

    /// <summary>Text, number (long where it fits, else double), Boolean or null.</summary>
    public sealed record Value(object? Content, int Line) : DocumentNode(Line)
    {
        public override string Kind => Content switch
        {
            null => "null",
            string => "a text",
            bool => "a Boolean",
            _ => "a number",
        };
    }

    public sealed record List(IReadOnlyList<DocumentNode> Items, int Line) : DocumentNode(Line)
    {
        public override string Kind => "an array";
    }

    public sealed record Group(IReadOnlyList<Member> Members, int Line) : DocumentNode(Line)
    {
        public override string Kind => "an object";
    }

    /// <summary>A key and its value.</summary>
    /// <param name="Key">The key, unescaped.</param>
    /// <param name="Line">1-based line of the key.</param>
    /// <param name="Content">The value.</param>
    public sealed record Member(string Key, int Line, DocumentNode Content);
}
