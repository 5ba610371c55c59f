namespace EmailSettings.Build.Help;

/// <summary>A Markdown block of a help page.</summary>
internal abstract record Block
{
    /// <summary>A heading of level 1 to 3.</summary>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>A paragraph; its lines are joined.</summary>
    public sealed record Paragraph(string Text) : Block;

    /// <summary>A list item.</summary>
    public sealed record Item(string Text) : Block;

    /// <summary>A fenced code block with its info string, for example <c>powershell</c>.</summary>
    public sealed record Code(string Info, string Text) : Block;
}
