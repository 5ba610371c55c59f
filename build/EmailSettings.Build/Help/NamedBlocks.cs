namespace EmailSettings.Build.Help;

/// <summary>A heading and the blocks below it.</summary>
internal sealed record NamedBlocks(string Name, IReadOnlyList<Block> Blocks)
{
    /// <summary>Splits blocks at the headings of a level; nothing may precede the first one.</summary>
    public static IReadOnlyList<NamedBlocks> Split(IEnumerable<Block> blocks, int level, string file)
    {
        var parts = new List<(string Name, List<Block> Blocks)>();
        foreach (var block in blocks)
        {
            if (block is Block.Heading heading && heading.Level == level) parts.Add((heading.Text, []));
            else if (parts.Count == 0) throw new BuildException($"{file}: text before the first heading of level {level}");
            else parts[^1].Blocks.Add(block);
        }
        return [.. parts.Select(part => new NamedBlocks(part.Name, part.Blocks))];
    }
}
