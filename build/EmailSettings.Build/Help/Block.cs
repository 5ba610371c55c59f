namespace EmailSettings.Build.Help;

/// <summary>A block of the Markdown that help pages are written in.</summary>
internal abstract record Block
{
    /// <summary>A heading of level 1 to 3.</summary>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>A paragraph; its lines are joined.</summary>
    public sealed record Paragraph(string Text) : Block;

    /// <summary>An item of a list.</summary>
    public sealed record Item(string Text) : Block;

    /// <summary>A fenced block with the info behind its fence, for example <c>powershell</c>.</summary>
    public sealed record Code(string Info, string Text) : Block;
}
