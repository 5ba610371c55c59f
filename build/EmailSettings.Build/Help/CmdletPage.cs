namespace EmailSettings.Build.Help;

/// <summary>A parsed page of <c>docs/cmdlets</c>.</summary>
internal sealed record CmdletPage
{
    private static readonly string[] Sections = ["Description", "Examples", "Parameters", "Inputs", "Outputs", "Links"];

    public required string Name { get; init; }

    public required string Synopsis { get; init; }

    public required IReadOnlyList<Block> Description { get; init; }

    /// <summary>The examples, each with a title and blocks.</summary>
    public required IReadOnlyList<NamedBlocks> Examples { get; init; }

    /// <summary>The parameters, by name without the hyphen.</summary>
    public required IReadOnlyList<NamedBlocks> Parameters { get; init; }

    public required IReadOnlyList<NamedBlocks> Inputs { get; init; }

    public required IReadOnlyList<NamedBlocks> Outputs { get; init; }

    /// <summary>The names of cmdlets and topics.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary>Parses a page; a wrong structure is an error that names the file.</summary>
    public static CmdletPage Read(string file)
    {
        var blocks = MarkdownReader.Read(file);
        if (blocks is not [Block.Heading { Level: 1 } title, Block.Paragraph synopsis, ..]) throw new BuildException($"{file}: a page must start with '# Name' and one paragraph");
        if (title.Text != Path.GetFileNameWithoutExtension(file)) throw new BuildException($"{file}: the title is '{title.Text}'");
        var sections = NamedBlocks.Split(blocks.Skip(2), level: 2, file);
        if (!sections.Select(section => section.Name).SequenceEqual(Sections)) throw new BuildException($"{file}: the sections must be {string.Join(", ", Sections)}, in this order");
        return new CmdletPage
        {
            Name = title.Text,
            Synopsis = synopsis.Text,
            Description = sections[0].Blocks,
            Examples = NamedBlocks.Split(sections[1].Blocks, level: 3, file),
            Parameters = [.. NamedBlocks.Split(sections[2].Blocks, level: 3, file).Select(parameter => parameter with { Name = parameter.Name.TrimStart('-') })],
            Inputs = NamedBlocks.Split(sections[3].Blocks, level: 3, file),
            Outputs = NamedBlocks.Split(sections[4].Blocks, level: 3, file),
            Links = [.. sections[5].Blocks.OfType<Block.Item>().Select(item => item.Text)],
        };
    }
}
